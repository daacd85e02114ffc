using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Inspection.Why;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Agreements;

/// <summary>L-05: why an occasion under an agreement, and one with another child there, was allowed.</summary>
public sealed class WhyTests(TwoChildren two) : IClassFixture<TwoChildren>
{
    private readonly OakHouse house = two.House;

    [Fact]
    public async Task An_occasion_was_allowed_by_the_approvals_of_its_agreement_which_are_bound_to_what_was_shown()
    {
        var agreement = await house.AgreedAsync();
        var occasion = await house.PlannedAsync(agreement);
        var agreed = await house.Parent.SeeAsync(agreement);

        var why = await WhyAsync(occasion);
        Assert.Equal(new ArrangementId(agreement), why.Agreement!.Round.Agreement);
        Assert.Equal(agreed.Digest, why.Agreement.Round.Digest);
        Assert.True(why.Agreement.DigestMatches);
        Assert.Equal([Harriet.Id, Pat.Id], why.Agreement.Approvals.Select(a => a.By.Person));
        Assert.All(why.Agreement.Approvals, approval => Assert.Equal(agreed.Digest, approval.Digest));
        var judged = Assert.Single(why.Judgements);
        Assert.Empty(judged.Missing);
        Assert.All(judged.Rules, rule => Assert.True(rule.Met));
        await ShowsAsync(occasion);
        Assert.All((await WhyAsync(agreement)).Decisions, decision => Assert.True(decision.Shown!.DigestMatches));

        // Also when the agreement has gone since: it is looked at as it was then.
        (await house.Colleague.DoAsync(agreement, "withdrawal", new { reason = "She does not want it any more" })).IsDone();
        await house.Server.PassAsync(TimeSpan.Zero);
        Assert.True((await WhyAsync(occasion)).Agreement!.DigestMatches);
    }

    [Fact]
    public async Task Where_another_child_is_there_it_is_not_guessed_what_theirs_was_at_that_moment()
    {
        var plan = house.Keywork with { AlsoPresent = [TwoChildren.Cara.Id] };
        var cleos = await TogetherAsync(plan, house.Parent);
        await TogetherAsync(plan with { Child = TwoChildren.Cara.Id, AlsoPresent = [Cleo.Id] }, house.As(Robin));
        await house.Server.Clock.PassToAsync(plan.Start, CancellationToken.None);
        (await house.Worker.DoAsync(cleos, "start", new ArrangementCommand.Start(new([0])))).IsDone();

        var why = await WhyAsync(cleos);
        Assert.Equal(["requested", "started"], why.Judgements.Select(j => j.Of));
        Assert.All(why.Judgements, judged => Assert.Empty(judged.Missing));
        Assert.All(why.Judgements, judged => Assert.All(judged.Rules, r => Assert.True(r.Met ?? r.Id == "company")));
        Assert.NotNull(why.Start);
        Assert.All(why.Decisions, decision => Assert.True(decision.Shown!.DigestMatches));
        await ShowsAsync(cleos);
        (await house.Worker.DoAsync(cleos, "finish")).IsDone();
    }

    private async Task<string> TogetherAsync(Plan plan, Api parent)
    {
        var id = await house.RequestedAsync(_ => plan);
        await OakHouse.ApproveAsync(id, house.HomesManager);
        await OakHouse.ApproveAsync(id, parent);
        var seen = await house.Colleague.SeeAsync(id);
        (await house.Colleague.DoAsync(id, "notice", new { seen.Digest })).IsDone();
        return id;
    }

    private async Task<WhyAllowed> WhyAsync(string id) =>
        (await house.ServiceManager.GetAsync($"/api/arrangements/{id}/why")).IsDone().As<WhyAllowed>();

    private async Task ShowsAsync(string id) =>
        Assert.Contains(
            "<html",
            (await house.ServiceManager.GetAsync($"/api/arrangements/{id}/why?format=page")).IsDone().Text,
            StringComparison.Ordinal
        );
}
