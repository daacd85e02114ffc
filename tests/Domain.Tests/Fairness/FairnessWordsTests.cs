using OneToOne.Domain.Fairness;

namespace OneToOne.Domain.Tests.Fairness;

/// <summary>L-28 shows something to look at; it reproaches nobody.</summary>
public sealed class FairnessWordsTests
{
    private static readonly string[] Accusing =
    [
        "favour",
        "favor",
        "unfair",
        "bias",
        "suspic",
        "abus",
        "groom",
        "misconduct",
        "blame",
        "fault",
        "guilt",
        "wrong",
        "improper",
        "inappropriate",
        "excessive",
        "warning",
        "violat",
        "breach",
        "risk",
        "neglect",
        "too much",
        "worrying",
        "concern",
    ];

    public static TheoryData<string> Sentences =>
        [
            FairnessWords.About,
            FairnessWords.TooFew,
            FairnessWords.Compared(3, 2),
            FairnessWords.Compared(3, null),
            .. Enum.GetValues<FairnessPattern>().Select(pattern => FairnessWords.Of(pattern, 3)),
        ];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void No_sentence_accuses_anybody(string sentence) =>
        Assert.All(Accusing, word => Assert.DoesNotContain(word, sentence, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Each_pattern_ends_in_a_question() =>
        Assert.All(
            Enum.GetValues<FairnessPattern>(),
            pattern => Assert.EndsWith("?", FairnessWords.Of(pattern, 3), StringComparison.Ordinal)
        );
}
