using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Store;

public sealed class StoreTimeTests
{
    private static readonly DateTimeOffset[] InOrder =
    [
        DateTimeOffset.MinValue,
        new(2026, 3, 29, 1, 30, 0, TimeSpan.FromHours(1)),
        new(2026, 3, 29, 0, 30, 0, 1, TimeSpan.Zero),
        new DateTimeOffset(2026, 3, 29, 0, 30, 0, 1, TimeSpan.Zero).AddTicks(1),
        new(2026, 3, 29, 2, 0, 0, TimeSpan.FromHours(1)),
        DateTimeOffset.MaxValue,
    ];

    [Fact]
    public void The_order_of_texts_is_the_order_of_moments_whatever_their_offsets()
    {
        var texts = InOrder.Select(StoreTime.Text).ToArray();

        Assert.Equal(texts, texts.Order(StringComparer.Ordinal));
        Assert.All(texts, text => Assert.Equal(28, text.Length));
    }

    [Fact]
    public void A_moment_comes_back_as_it_was() =>
        Assert.All(InOrder, moment => Assert.Equal(moment.UtcDateTime, StoreTime.Parse(StoreTime.Text(moment)).UtcDateTime));

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-29T00:30:00Z")]
    [InlineData("2026-03-29T00:30:00.0000000+01:00")]
    public void Another_form_is_not_read(string text) => Assert.Throws<FormatException>(() => StoreTime.Parse(text));
}
