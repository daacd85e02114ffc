using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Tests.Guidance;

public sealed class WordingTests
{
    [Theory]
    [InlineData("Finish the geography project")]
    [InlineData("As usual on Mondays, her life-story book: chapter three")]
    [InlineData("Žít spolu s babičkou: příběh")]
    [InlineData("التحدث عن زيارة جدتها في العيد")]
    public void A_need_in_words_of_any_script_says_something(string text) => Assert.True(Wording.SaysSomething(text, 15));

    [Theory]
    [InlineData("None known", true)]
    [InlineData("She said no", true)]
    [InlineData("Nothing that stands against it", true)]
    [InlineData("她想和一个大人单独谈谈她的家", true)]
    [InlineData(".", false)]
    [InlineData("Fine", false)]
    [InlineData("n/a n/a n/a", false)]
    [InlineData("Unavoidable", false)]
    [InlineData("as discussed, as usual", false)]
    public void A_reason_is_more_than_a_full_stop_or_one_word(string text, bool says) => Assert.Equal(says, Wording.SaysWhy(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("              \t\n     ")]
    [InlineData("homework")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("....................")]
    [InlineData("12345678901234567890")]
    [InlineData("One-to-one time, as usual.")]
    [InlineData("N/A n/a N/A n/a N/A n/a")]
    [InlineData("To be confirmed, see above")]
    [InlineData("Same as last time, tbc")]
    public void A_blank_a_held_key_and_a_stock_phrase_say_nothing(string? text) => Assert.False(Wording.SaysSomething(text, 15));
}
