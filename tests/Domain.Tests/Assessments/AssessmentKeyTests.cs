using OneToOne.Domain.Assessments;

namespace OneToOne.Domain.Tests.Assessments;

public sealed class AssessmentKeyTests
{
    public static TheoryData<string, AssessmentKey> Keys =>
        new()
        {
            { "child.c1", AssessmentKey.ForChild(new("c1")) },
            { "worker.p1", AssessmentKey.ForWorker(new("p1")) },
            { "role.p1", AssessmentKey.ForRole(new("p1")) },
            { "pair.c1~p1", AssessmentKey.ForPair(new("c1"), new("p1")) },
            { "pair.c.1~p.1", AssessmentKey.ForPair(new("c.1"), new("p.1")) },
        };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_and_its_text_are_one(string text, AssessmentKey key)
    {
        Assert.Equal(text, key.ToString());
        Assert.True(AssessmentKey.TryParse(text, out var read));
        Assert.Equal(key, read);
    }

    [Fact]
    public void Two_pairs_whose_ids_hold_dots_have_two_texts() =>
        Assert.NotEqual(AssessmentKey.ForPair(new("a.b"), new("c")).ToString(), AssessmentKey.ForPair(new("a"), new("b.c")).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("child")]
    [InlineData("child.")]
    [InlineData("child. c1")]
    [InlineData("Child.c1")]
    [InlineData("pair.c1")]
    [InlineData("pair.c1~")]
    [InlineData("pair.c1~p1~p2")]
    [InlineData("school.s1")]
    [InlineData("worker.p1\n")]
    public void What_is_no_key_is_not_read(string? text) => Assert.False(AssessmentKey.TryParse(text, out _));
}
