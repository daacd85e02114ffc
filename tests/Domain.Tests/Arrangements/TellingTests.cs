using OneToOne.Domain.Arrangements;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class TellingTests
{
    private static readonly ArrangementCommand.AcknowledgeNotice Read = new(Approved.Digest);
    private static readonly ArrangementCommand.RecordTold ByPhone = new(Colleague.Id, ToldBy.Phone);

    [Fact]
    public void Who_opened_the_notice_knows_beforehand() =>
        Approved
            .When(Colleague, Read)
            .Then(new ArrangementEvent.PersonTold(new(Colleague.Id, ToldBy.Notice, Approved.Now, Approved.Digest)));

    [Fact]
    public void Reading_it_twice_is_no_error() => Noticed.When(Colleague, Read).ThenNothing();

    [Fact]
    public void A_notice_is_for_those_who_are_to_be_informed()
    {
        foreach (var person in new[] { Senior, Parent, Stranger, Worker })
            Approved.When(person, Read).ThenRefused("who");
        Approved.With(f => f.Barring(Colleague)).When(Colleague, Read).ThenRefused("who");
    }

    [Fact]
    public void A_notice_of_an_older_round_does_not_count() =>
        Approved.When(Colleague, Read with { Digest = "stale" }).ThenRefused("digest");

    [Fact]
    public void There_is_no_notice_before_approval() =>
        Asked.When(Colleague, new ArrangementCommand.AcknowledgeNotice(Asked.Digest)).ThenRefused("phase");

    [Fact]
    public void A_colleague_confirms_that_somebody_was_told_in_another_way()
    {
        Approved
            .When(Senior, ByPhone)
            .Then(new ArrangementEvent.PersonTold(new(Colleague.Id, ToldBy.Phone, Approved.Now, Approved.Digest)));
        Noticed.When(Senior, ByPhone).ThenNothing();
    }

    [Fact]
    public void The_worker_alone_or_an_outsider_does_not_confirm_it()
    {
        foreach (var person in new[] { Worker, Parent, Stranger, SocialWorker })
            Approved.When(person, ByPhone).ThenRefused("who");
    }

    [Fact]
    public void Only_opening_the_notice_counts_as_having_read_it() =>
        Approved.When(Senior, ByPhone with { How = ToldBy.Notice }).ThenRefused("how");

    [Fact]
    public void Telling_somebody_who_is_not_to_be_told_does_not_count()
    {
        Approved.When(Senior, ByPhone with { Person = Stranger.Id }).ThenRefused("person");
        Approved.With(f => f.Barring(Colleague)).When(Senior, ByPhone).ThenRefused("person");
    }

    [Fact]
    public void Telling_comes_after_approval_and_before_the_start()
    {
        Asked.When(Senior, ByPhone).ThenRefused("phase");
        Started.When(Senior, ByPhone).ThenRefused("phase");
    }

    [Fact]
    public void Who_reads_the_notice_during_the_session_is_still_noted()
    {
        var both = Approved
            .When(Requester, new ArrangementCommand.Change(Lounge with { Inform = [Colleague.Id, Senior.Id] }))
            .ThenAccepted()
            .When(Colleague, Read)
            .ThenAccepted()
            .At(Start)
            .When(Worker, AllConfirmed)
            .ThenIs<Phase.Active>();
        both.When(Senior, Read).ThenHappens("PersonTold");
    }
}
