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
    public void A_telephone_whose_clock_is_ahead_keeps_no_help_away()
    {
        var ahead = Start + TimeSpan.FromHours(3);

        Started.When(Worker, new ArrangementCommand.CallHelp { HappenedAt = ahead }).ThenAccepted();
        Started.When(Worker, new ArrangementCommand.ReportDistress("She cries") { HappenedAt = ahead }).ThenAccepted();
    }
}
