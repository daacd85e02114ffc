using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class G15Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task Nothing_is_asked_for_before_the_child_s_the_worker_s_and_the_pair_s_part_are_agreed()
    {
        var child = await house.NewChildAsync();
        var worker = await house.NewWorkerAsync("nina");
        var plan = house.Keywork with
        {
            Child = child.Child!.Value,
            Worker = worker.Id,
            Safeguards = [new("The door stays open", worker.Id, true)],
        };

        foreach (var key in new[] { child, AssessmentKey.ForWorker(worker.Id), AssessmentKey.ForPair(plan.Child, worker.Id) })
        {
            (await house.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-15");
            (await house.Colleague.PutAsync(key.Address() + "/proposal", AssessedFor(key))).IsDone();
            (await house.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-15");
            (await house.AgreeAsync(key, house.HomesManager)).IsDone();
        }

        (await house.Colleague.PostAsync("/api/arrangements", plan)).IsDone();
    }

    [Fact]
    public async Task What_is_decided_names_the_versions_of_all_three()
    {
        var id = await house.RequestedAsync();

        var requested = (await house.Inspector.GetAsync($"/api/arrangements/{id}/history")).IsDone().Text;

        foreach (var key in new[] { "child.cleo", "worker.wendy", "pair.cleo~wendy" })
            Assert.Contains($"\"assessment.{key}\":1", requested, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_content_of_one_part_voids_what_was_approved_under_the_old_one()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var id = await own.ApprovedAsync(p => p with { Start = p.Start.AddDays(1) });

        (
            await own.TryAgreeAsync(
                AssessmentKey.ForPair(Cleo.Id, Wendy.Id),
                Assessed with
                {
                    Precautions = "Only while a colleague is on the floor",
                }
            )
        ).IsDone();
        await own.Server.PassAsync(TimeSpan.FromMinutes(1));

        var seen = await own.Colleague.SeeAsync(id);
        Assert.Equal("awaitingApproval", seen.Phase);
        Assert.Empty(seen.Approvals);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Care Staff Ltd", "")]
    [InlineData(" ", "Shown round the house and told who is on call")]
    public async Task An_agency_worker_s_induction_names_the_agency_and_what_was_said(string? agency, string? briefing)
    {
        var worker = await house.NewWorkerAsync(
            $"agency-{agency?.Length}-{briefing?.Length}",
            p => p with { Engagement = new Engagement.Agency("Care Staff Ltd", "The rules of the house") }
        );
        var key = AssessmentKey.ForWorker(worker.Id);
        var said = Assessed with { Induction = agency is null ? null : new(agency, briefing!) };

        var refused = await house.TryAgreeAsync(key, said);
        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "G-15");
        Assert.Equal("content.induction", Assert.Single(refused.Fields));

        var inducted = Assessed with { Induction = new("Care Staff Ltd", "Shown round the house and told who is on call") };
        (await house.TryAgreeAsync(key, inducted)).IsDone();
        Assert.Equal(inducted.Induction, (await house.Inspector.ReadAsync(key)).InForce!.Content.Induction);
    }

    [Fact]
    public async Task Before_the_induction_an_agency_worker_starts_nothing_unplanned_either()
    {
        var worker = await house.NewWorkerAsync(
            "agency-new",
            p => p with { Engagement = new Engagement.Agency("Care Staff Ltd", "The rules of the house") }
        );
        var plan = house.Keywork with
        {
            Worker = worker.Id,
            Length = TimeSpan.FromMinutes(20),
            Safeguards = [new("The door stays open", worker.Id, true)],
        };
        var start = new Service.Arrangements.UnplannedStart(plan, Colin.Id);

        (await house.As(worker).PostAsync("/api/arrangements/unplanned", start)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-15");
    }
}
