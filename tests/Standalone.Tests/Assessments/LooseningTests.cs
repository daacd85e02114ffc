using System.Net;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Guidance;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Assessments;

/// <summary>G-14, L-12: what permits more than before is not written and agreed by one person alone.</summary>
public sealed class LooseningTests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly AssessmentContent Uneasy = Assessing.With(s =>
        s with
        {
            NotComfortableAlone = new NotComfortableAlone.Yes(new(2026, 2, 20), "She freezes as soon as a door is shut"),
        }
    );

    private static readonly AssessmentContent AtEase = Assessing.With(s =>
        s with
        {
            NotComfortableAlone = new NotComfortableAlone.Lifted(
                "She has asked for it for three weeks",
                "Asked her twice, with her sister"
            ),
        }
    );

    [Fact]
    public async Task That_a_child_is_not_comfortable_alone_is_lifted_by_two_and_by_no_manager_alone()
    {
        var key = await AgreedAsync(Uneasy);
        await WriteAsync(house.HomesManager, key, AtEase);

        (await house.AgreeAsync(key, house.HomesManager)).IsRefused(HttpStatusCode.Forbidden, "G-14");
        await WriteAsync(house.HomesManager, key, AtEase);
        (await house.AgreeAsync(key, house.HomesManager)).IsRefused(HttpStatusCode.Forbidden, "G-14");
        (await house.AgreeAsync(key, house.HomesManager, new(Outcome.NotPermit))).IsRefused(HttpStatusCode.Forbidden, "G-14");

        (await house.AgreeAsync(key, house.ServiceManager)).IsDone();
    }

    [Fact]
    public async Task What_was_not_permitted_is_permitted_by_two()
    {
        var key = await AgreedAsync(AssessedChild, new(Outcome.NotPermit));
        await WriteAsync(house.HomesManager, key, AssessedChild with { ShortReview = true });

        (await house.AgreeAsync(key, house.HomesManager)).IsRefused(HttpStatusCode.Forbidden, "G-14");
        (await house.AgreeAsync(key, house.HomesManager, new(Outcome.NotPermit))).IsDone();
    }

    [Fact]
    public async Task An_unplanned_start_and_a_wider_strategy_are_permitted_by_two()
    {
        var key = await AgreedAsync(AssessedChild);
        var longer = Assessing.With(s => s with { Strategy = s.Strategy! with { Longest = s.Strategy.Longest + TimeSpan.FromMinutes(1) } });

        foreach (var more in new[] { AssessedChild with { PermitsUnplannedStart = true }, longer })
        {
            await WriteAsync(house.HomesManager, key, more);
            (await house.AgreeAsync(key, house.HomesManager)).IsRefused(HttpStatusCode.Forbidden, "G-14");
        }
    }

    [Fact]
    public async Task One_manager_alone_is_stricter_at_once()
    {
        var key = await AgreedAsync(AssessedChild with { PermitsUnplannedStart = true });

        await WriteAsync(house.HomesManager, key, Uneasy);

        (await house.AgreeAsync(key, house.HomesManager, new(Outcome.PermitWithConditions, "The door stays open at all times"))).IsDone();
    }

    // Written by the colleague, agreed by the homes manager: the usual road.
    private async Task<AssessmentKey> AgreedAsync(AssessmentContent content, Service.Assessments.Agreement? agreed = null)
    {
        var key = await house.NewChildAsync();
        (await house.TryAgreeAsync(key, content, agreed)).IsDone();
        return key;
    }

    private static async Task WriteAsync(Api by, AssessmentKey key, AssessmentContent content) =>
        (await by.PutAsync(key.Address() + "/proposal", content)).IsDone();
}
