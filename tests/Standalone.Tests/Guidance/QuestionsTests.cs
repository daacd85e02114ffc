using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>The questions of a plan, all together; and the child's own view, which is asked but is not an approval (open point 3).</summary>
public sealed class QuestionsTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task All_that_is_missing_is_said_at_once_each_with_its_field()
    {
        var silent = house.Keywork with
        {
            Place = house.Keywork.Place with { Exposure = null },
            Alternatives = null,
            Contact = null,
            EngagedSign = null,
            FamilyContact = null,
            PersonalNumbers = null,
            ChildsView = null,
        };

        var refused = (await house.Colleague.PostAsync("/api/arrangements", silent)).Is(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            "G-08 place.exposure, G-12 alternatives, G-13 contact, G-22 engagedSign, L-01 familyContact, L-25 personalNumbers, childsView childsView",
            string.Join(", ", refused.Findings.Zip(refused.Fields, (id, field) => $"{id} {field}").Order(StringComparer.Ordinal))
        );
        Assert.All(
            refused.Json.GetProperty("findings").EnumerateArray(),
            finding => Assert.Equal("ask", finding.GetProperty("kind").GetString())
        );
    }

    [Fact]
    public async Task The_child_s_own_view_is_asked_or_it_is_said_why_it_could_not_be()
    {
        foreach (var silence in new[] { new ChildsView(null, " "), new ChildsView(false, "") })
            (await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { ChildsView = silence })).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "childsView"
            );

        var away = new ChildsView(null, "She was at school until the evening");
        var id = await house.RequestedAsync(plan => plan with { ChildsView = away });

        var seen = await house.HomesManager.SeeAsync(id);
        Assert.Equal(("awaitingApproval", away), (seen.Phase, seen.Plan.ChildsView));
    }

    [Fact]
    public async Task The_child_s_yes_stands_in_for_no_approval()
    {
        var id = await house.RequestedAsync(plan => plan with { ChildsView = new(true, "") });
        await OakHouse.ApproveAsync(id, house.HomesManager);

        Assert.Equal("awaitingApproval", (await house.HomesManager.SeeAsync(id)).Phase);
    }

    [Fact]
    public Task A_child_who_asks_to_talk_does_not_wait_for_written_answers() => UnplannedTalk.IsHeardAsync(house, plan => plan);
}
