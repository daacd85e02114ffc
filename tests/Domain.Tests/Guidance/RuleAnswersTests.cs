using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Tests.Guidance;

public sealed class RuleAnswersTests
{
    [Fact]
    public void Every_rule_answers_and_those_that_find_something_are_the_findings()
    {
        var request = new RequestCase(Plans.Keywork with { Safeguards = [] }, Registers.Colleague.Id, Plans.Known, Registers.Now);

        var answers = Rules.Answers(request);

        Assert.Equal(Rules.Judge(request), answers.Select(answer => answer.Finding).OfType<Finding>());
        Assert.Contains(answers, answer => answer is { Id: "G-05", Finding: not null });
        Assert.Contains(answers, answer => answer is { Id: "G-16", Finding: null });
    }

    [Fact]
    public void Every_rule_says_what_it_asks()
    {
        var request = new RequestCase(Plans.Keywork, Registers.Colleague.Id, Plans.Known, Registers.Now);
        var start = new StartCase(StartRulesTests.Approved, new([0], null), Plans.Known, Registers.Now);

        RuleAnswer[] answers = [.. Rules.Answers(request), .. Rules.AnswersUnplanned(request), .. Rules.Answers(start)];

        Assert.All(answers, answer => Assert.NotNull(Duties.Of(answer.Id)?.Words ?? OwnRules.WordsOf(answer.Id)));
    }
}
