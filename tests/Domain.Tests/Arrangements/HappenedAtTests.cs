using OneToOne.Domain.Arrangements;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Arrangements.Story;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class HappenedAtTests
{
    [Fact]
    public void What_is_said_to_have_happened_has_happened() =>
        Started
            .After(Minutes(5))
            .When(Worker, new ArrangementCommand.CheckIn { HappenedAt = Start + Minutes(6) })
            .ThenRefused("happenedAt");

    [Fact]
    public void What_happened_earlier_is_taken_and_the_clocks_run_by_when_it_is_said()
    {
        var said = Started.After(Minutes(5)).When(Worker, new ArrangementCommand.CheckIn { HappenedAt = Start + Minutes(1) });

        Assert.Equal(Start + Minutes(5), said.ThenIs<Phase.Active>().State!.Phase is Phase.Active p ? p.Session.LastContact : default);
    }

    [Fact]
    public void Nothing_happens_before_what_it_follows_nor_more_than_a_week_back()
    {
        Noticed.At(Start).When(Worker, AllConfirmed with { HappenedAt = Registers.Now.AddTicks(-1) }).ThenRefused("happenedAt");
        Noticed.At(Start).When(Worker, AllConfirmed with { HappenedAt = Start }).ThenIs<Phase.Active>();
        var finish = new ArrangementCommand.Finish();
        Started.After(Minutes(5)).When(Worker, finish with { HappenedAt = Start.AddTicks(-1) }).ThenRefused("happenedAt");
        Started.After(Minutes(5)).When(Worker, finish with { HappenedAt = Start }).ThenAccepted();
        var review = new ArrangementCommand.ReviewUnplanned("It was right to listen to her") { HappenedAt = Registers.Now };
        var unreviewed = Unplanned.After(Minutes(20)).When(Worker, finish).ThenAccepted();
        unreviewed.At(Registers.Now.AddDays(7)).When(HomesManager, review).ThenAccepted();
        unreviewed.At(Registers.Now.AddDays(7).AddTicks(1)).When(HomesManager, review).ThenRefused("happenedAt");
    }

    [Fact]
    public void Help_distress_and_the_record_are_taken_whatever_time_they_give()
    {
        var longAgo = Start.AddDays(-30);
        Started.When(Worker, new ArrangementCommand.CallHelp { HappenedAt = longAgo }).ThenAccepted();
        Started.When(Worker, new ArrangementCommand.ReportDistress("") { HappenedAt = longAgo }).ThenAccepted();
        Finished.When(Worker, new ArrangementCommand.RecordCloseOut(GoodRecord) { HappenedAt = longAgo }).ThenIs<Phase.Closed>();
    }

    [Fact]
    public void A_telephone_whose_clock_is_ahead_keeps_no_help_away()
    {
        var ahead = Start + TimeSpan.FromHours(3);

        Started.When(Worker, new ArrangementCommand.CallHelp { HappenedAt = ahead }).ThenAccepted();
        Started.When(Worker, new ArrangementCommand.ReportDistress("She cries") { HappenedAt = ahead }).ThenAccepted();
    }
}
