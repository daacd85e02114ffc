using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Domain.Retention;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Retention;

public sealed class RetentionRunRulesTests
{
    private static readonly RunFacts Clear = new(false, [], []);

    private static readonly RetentionRun Proposed = new()
    {
        Id = new("r1"),
        Home = Oak,
        ProposedBy = HomesManager.Id,
        ProposedAt = Now,
        Records = [new("child", "c1", Cleo.Id, new(2025, 1, 2))],
    };

    [Fact]
    public void Another_head_approves_it_with_a_reason()
    {
        var approved = Assert.IsType<Decision<RetentionRunEvent>.Accepted>(Approve(Proposed, ServiceManager));

        Assert.Equal(new RetentionRunEvent.RunApproved(ServiceManager.Id, "Their time is over"), Assert.Single(approved.Events));
        Assert.True(RetentionRunRules.Evolve(Proposed, approved.Events[0], Now).IsUnderWay);
    }

    [Fact]
    public void Whoever_proposed_it_is_no_head_or_has_a_part_in_it_cannot()
    {
        Assert.Equal("who", Refused(Proposed, HomesManager).Id);
        Assert.Equal("who", Refused(Proposed, Senior).Id);
        Assert.Equal("who", Refused(Proposed, Worker).Id);
        Assert.Equal("who", Refused(Proposed, ServiceManager, Clear with { HasPart = true }).Id);
    }

    [Fact]
    public void What_changed_too_recently_is_named_with_the_moment_from_which_it_can_be_approved()
    {
        var waiting = new WaitingChild(Cleo.Id, RetentionDate.DiedOn, Now, Now.AddDays(30));

        var finding = Refused(Proposed, ServiceManager, Clear with { Waiting = [waiting] });

        Assert.Equal(("retention", "diedOn"), (finding.Id, finding.Field));
        Assert.Contains("c1", finding.Problem, StringComparison.Ordinal);
        Assert.Contains("2026-04-01 17:00", finding.Lift, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_about_whom_something_cannot_be_read_is_named_and_not_approved()
    {
        var finding = Refused(Proposed, ServiceManager, Clear with { Unreadable = [Cleo.Id] });

        Assert.Equal("retention", finding.Id);
        Assert.Contains("c1", finding.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_do_no_reason_and_a_second_approver_are_refused_and_asking_again_changes_nothing()
    {
        Assert.Equal("phase", Refused(Proposed with { Records = [] }, ServiceManager).Id);
        Assert.Equal("reason", Refused(Proposed, ServiceManager, reason: " ").Id);
        var approved = Proposed with { Approval = new(ServiceManager.Id, "Their time is over", Now) };
        Assert.Empty(Assert.IsType<Decision<RetentionRunEvent>.Accepted>(Approve(approved, ServiceManager)).Events);
        var other = Staff("hilda", Role.HomesManager);
        var home = OnCall(Senior, HomesManager, ServiceManager);
        home = new([
            .. home.Levels.Select(l => l.Role == Role.HomesManager ? l with { People = l.People.Add(new(other.Id, false, [])) } : l),
        ]);
        var refused = RetentionRunRules.Approve(approved, other, "Their time is over", OakHouse with { OnCall = home }, Clear, Now);
        Assert.Equal("phase", Assert.Single(Assert.IsType<Decision<RetentionRunEvent>.Refused>(refused).Findings).Id);
    }

    [Fact]
    public void It_is_over_when_every_record_is_done()
    {
        var run = Proposed with { Approval = new(ServiceManager.Id, "Their time is over", Now) };

        run = RetentionRunRules.Evolve(run, new RetentionRunEvent.RecordDone(KeptBecause.DatesChanged), Now);
        Assert.Equal(KeptBecause.DatesChanged, Assert.Single(run.Fates).Kept);
        Assert.True(run.IsUnderWay);
        run = RetentionRunRules.Evolve(run, new RetentionRunEvent.RunCompleted(), Now);
        Assert.False(run.IsUnderWay);
        Assert.Throws<InvalidOperationException>(() => RetentionRunRules.Evolve(null, new RetentionRunEvent.RunCompleted(), Now));
    }

    private static Decision<RetentionRunEvent> Approve(
        RetentionRun run,
        Person by,
        RunFacts? facts = null,
        string reason = "Their time is over"
    ) => RetentionRunRules.Approve(run, by, reason, OakHouse, facts ?? Clear, Now);

    private static Finding Refused(RetentionRun run, Person by, RunFacts? facts = null, string reason = "Their time is over") =>
        Assert.Single(Assert.IsType<Decision<RetentionRunEvent>.Refused>(Approve(run, by, facts, reason)).Findings);
}
