using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Store;

public sealed class SequenceIdTests
{
    [Fact]
    public void The_order_of_ids_is_the_order_of_numbers()
    {
        int[] numbers = [0, 1, 2, 9, 10, 11, 99, 100, 1_000_000, int.MaxValue];

        var ids = numbers.Select(SequenceId.Text).ToArray();

        Assert.Equal(ids, ids.Order(StringComparer.Ordinal));
        Assert.Equal(numbers, ids.Select(SequenceId.Parse));
    }

    [Fact]
    public void There_is_no_number_below_zero() => Assert.Throws<ArgumentOutOfRangeException>(() => SequenceId.Text(-1));
}
