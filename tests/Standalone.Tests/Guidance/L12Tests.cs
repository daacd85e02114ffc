using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-12, at request: that a child is not at ease alone with adults asks something of every plan.</summary>
public sealed class L12Tests(OakHouse house) : OverrideRow(house)
{
    private const string Words = "She freezes as soon as a door is shut";
    private const string Comfort = "She sits by the open door and may leave at any time";

    protected override string Id => "L-12";

    protected override Plan Departing(Plan plan) => plan with { ChildsView = new(false, "I would rather not be alone with anybody") };

    [Fact]
    public async Task L_12_with_something_planned_for_it_it_needs_no_decision()
    {
        var id = await House.RequestedAsync(plan => Departing(plan) with { ComfortMitigation = Comfort });

        Assert.Equal("awaitingApproval", (await House.HomesManager.SeeAsync(id)).Phase);
    }

    [Fact]
    [Trait("Store", "Own")]
    public async Task L_12_a_talk_that_starts_now_does_not_start_with_a_child_who_is_not_at_ease_unless_something_is_done_about_it()
    {
        await using var own = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        (await UnplannedTalk.StartAsync(own, Departing)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-12");
        var flag = new NotComfortableAlone.Yes(DateOnly.FromDateTime(own.Now.Date).AddDays(-9), Words);
        var sections = AssessedChild.Child! with { NotComfortableAlone = flag };
        await own.AssessAsync(AssessmentKey.ForChild(Cleo.Id), AssessedChild with { Child = sections, PermitsUnplannedStart = true });

        (await UnplannedTalk.StartAsync(own, plan => plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-12");
        await UnplannedTalk.IsHeardAsync(own, plan => plan with { ComfortMitigation = Comfort });
    }

    [Fact]
    [Trait("Store", "Own")]
    public async Task L_12_the_flag_of_the_assessment_asks_it_of_each_plan_and_is_shown_to_staff_only()
    {
        await using var own = await OakHouse.OpenAsync(House.Now);
        var flag = new NotComfortableAlone.Yes(DateOnly.FromDateTime(own.Now.Date).AddDays(-9), Words);
        var sections = AssessedChild.Child! with { NotComfortableAlone = flag };
        await own.AssessAsync(AssessmentKey.ForChild(Cleo.Id), AssessedChild with { Child = sections });

        var id = await own.RequestedAsync();
        var seen = await own.HomesManager.SeeAsync(id);
        Assert.Equal("L-12", Assert.Single(seen.AwaitsDecision));
        Assert.Equal(Words, seen.NotComfortableAlone);
        (await own.HomesManager.DoAsync(id, "overrides", Decision)).IsDone();

        var family = await own.Parent.GetAsync($"/api/arrangements/{id}");
        Assert.DoesNotContain(Words, family.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("L-12", family.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Decision.Details, family.Text, StringComparison.Ordinal);
        var page = await (await MailedLink.FindAsync(own, Pat, "Please decide")).OpenAsync();
        Assert.DoesNotContain(Words, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("L-12", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Decision.Details, page.Text, StringComparison.Ordinal);
        var staff = await (await MailedLink.FindAsync(own, Sam, "Please decide")).OpenAsync();
        Assert.Contains(Words, staff.Text, StringComparison.Ordinal);
        Assert.Contains(Decision.Details, staff.Text, StringComparison.Ordinal);
        Assert.All(own.Server.Mail.Mails, mail => Assert.DoesNotContain(Words, mail.Text + mail.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_12_what_the_child_said_and_what_is_done_about_it_is_for_staff()
    {
        var id = await House.RequestedAsync(plan => Departing(plan) with { ComfortMitigation = Comfort });

        Assert.Equal(Comfort, (await House.Senior.SeeAsync(id)).Plan.ComfortMitigation);
        var family = (await House.Parent.SeeAsync(id)).Plan;
        Assert.Equal((null, null), (family.ChildsView, family.ComfortMitigation));
        var page = await (await MailedLink.FindAsync(House, Pat, "Please decide: one-to-one time")).OpenAsync();
        Assert.DoesNotContain("rather not be alone", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Comfort, page.Text, StringComparison.Ordinal);
    }
}
