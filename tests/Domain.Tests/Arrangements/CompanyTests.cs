using OneToOne.Domain.Arrangements;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class CompanyTests
{
    private static readonly ChildId Other = new("c2");

    private static readonly Plan Together = Lounge with { AlsoPresent = [Other] };

    private static readonly Story Ready = Told(Begin.When(Requester, new ArrangementCommand.Request(Id, Together)).ThenAccepted());

    // The other child's arrangement, as far as it matters here.
    private static readonly Arrangement Theirs = Ready.State! with
    {
        Id = new("a2"),
        Plan = Together with { Child = Other, AlsoPresent = [Cleo.Id] },
    };

    private static Story Told(Story asked)
    {
        var approved = asked.ApprovedBy(HomesManager).ApprovedBy(Parent);
        return approved.When(Colleague, new ArrangementCommand.AcknowledgeNotice(approved.Digest)).ThenAccepted().At(Start);
    }

    private static Story.Result StartWith(params Arrangement[] company) =>
        Ready.With(f => f with { Company = [.. company] }).When(Worker, AllConfirmed);

    [Fact]
    public void Each_child_has_an_arrangement_of_their_own_before_it_starts()
    {
        StartWith().ThenRefused("company");
        StartWith(Theirs).ThenIs<Phase.Active>();
        StartWith(Theirs with { Phase = Started.State!.Phase }).ThenIs<Phase.Active>();
    }

    public static TheoryData<string> NotTheirs => ["phase", "child", "worker", "time", "names"];

    [Theory]
    [MemberData(nameof(NotTheirs))]
    public void Approved_for_the_same_worker_and_time_and_naming_this_child(string missing) =>
        StartWith(
                missing switch
                {
                    "phase" => Theirs with { Phase = new Phase.Suspended(Ready.State!.ApprovalRound!, "a review is due") },
                    "child" => Theirs with { Plan = Theirs.Plan with { Child = new("c3") } },
                    "worker" => Theirs with { Plan = Theirs.Plan with { Worker = Colleague.Id } },
                    "time" => Theirs with { Plan = Theirs.Plan with { Start = Together.End } },
                    _ => Theirs with { Plan = Theirs.Plan with { AlsoPresent = [] } },
                }
            )
            .ThenRefused("company");

    [Fact]
    public void Neither_the_worker_nor_the_child_is_in_another_session_that_was_not_approved_together_with_it()
    {
        var active = Started.State! with { Id = new("a3") };
        var ofWorker = active with { Plan = active.Plan with { Child = Other } };
        var ofChild = active with { Plan = active.Plan with { Worker = Colleague.Id } };
        foreach (var other in new[] { active, ofWorker, ofChild })
        {
            Noticed.At(Start).With(f => f with { Company = [other] }).When(Worker, AllConfirmed).ThenRefused("company");
            Noticed
                .At(Start)
                .With(f => f with { Company = [other with { Phase = new Phase.AwaitingCloseOut(default!) }] })
                .When(Worker, AllConfirmed)
                .ThenIs<Phase.Active>();
        }
    }

    [Fact]
    public void One_that_names_the_other_child_without_being_named_by_it_is_in_the_way_too()
    {
        var together = Theirs with { Phase = Started.State!.Phase };
        StartWith(together, Started.State! with { Id = new("a3"), Plan = Lounge with { Child = Other } }).ThenRefused("company");
    }

    [Fact]
    public void Of_two_that_started_at_the_same_moment_whichever_sees_the_other_is_over_and_somebody_looks()
    {
        var other = Started.State! with { Id = new("a3"), Plan = Lounge with { Child = Other } };
        Started.With(f => f with { Beside = [Started.State!] }).WhenTheClockLooks().ThenNothing();

        Started
            .With(f => f with { Beside = [Started.State!, other] })
            .WhenTheClockLooks()
            .ThenHappens("ConcernRaised", "Finished")
            .Is<Phase.AwaitingCloseOut>();
    }

    [Fact]
    public void Who_is_there_is_part_of_what_is_approved()
    {
        Assert.NotEqual(Asked.Digest, Begin.When(Requester, new ArrangementCommand.Request(Id, Together)).ThenAccepted().Digest);
        Asked.When(Requester, new ArrangementCommand.Change(Together)).ThenHappens("PlanChanged", "ApprovalAsked");
    }

    [Fact]
    public void Nobody_is_named_twice_and_the_child_itself_is_no_other_one()
    {
        Begin.When(Requester, new ArrangementCommand.Request(Id, Lounge with { AlsoPresent = [Cleo.Id] })).ThenRefused("company");
        Begin.When(Requester, new ArrangementCommand.Request(Id, Lounge with { AlsoPresent = [Other, Other] })).ThenRefused("company");
    }
}
