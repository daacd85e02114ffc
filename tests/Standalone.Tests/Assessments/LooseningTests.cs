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

    private static readonly Dictionary<string, AssessmentContent> Protected = new()
    {
        ["L-10"] = Assessing.With(s =>
            s with
            {
                AllegationsOfAbuse = new AllegationsOfAbuse.Yes(new(2026, 2, 20), "Somebody outside the home, and doors since then"),
            }
        ),
        ["L-11"] = Assessing.With(s =>
            s with
            {
                HistoryOfMakingAllegations = new HistoryOfMakingAllegations.Yes(new(2026, 2, 20), "Twice in the placement before"),
            }
        ),
        ["shortReview"] = AssessedChild with { ShortReview = true },
    };

    /// <summary>What asks for sooner reviews.</summary>
    public static TheoryData<string> Protections => [.. Protected.Keys];

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
    public async Task Whoever_wrote_what_waits_does_not_agree_it_after_a_colleague_changed_a_blank()
    {
        var key = await AgreedAsync(AssessedChild);
        var unplanned = AssessedChild with { PermitsUnplannedStart = true };
        await WriteAsync(house.HomesManager, key, unplanned);
        await WriteAsync(house.Colleague, key, unplanned with { Precautions = unplanned.Precautions + " " });

        (await house.AgreeAsync(key, house.HomesManager)).IsRefused(HttpStatusCode.Forbidden, "G-14");
        (await house.AgreeAsync(key, house.ServiceManager)).IsDone();
    }

    [Theory]
    [MemberData(nameof(Protections))]
    public async Task What_asked_for_sooner_reviews_is_taken_back_by_two(string protection)
    {
        var key = await AgreedAsync(Protected[protection]);
        await WriteAsync(house.HomesManager, key, AssessedChild);

        (await house.AgreeAsync(key, house.HomesManager)).IsRefused(HttpStatusCode.Forbidden, "G-14");
        (await house.AgreeAsync(key, house.ServiceManager)).IsDone();
    }

    [Fact]
    public async Task Whoever_may_not_decide_does_not_learn_from_the_refusal_what_was_answered_before()
    {
        var refusals = new List<string>();
        foreach (var before in new[] { AssessedChild, Protected["L-11"] })
        {
            var key = await AgreedAsync(before);
            await WriteAsync(house.Colleague, key, AssessedChild with { Precautions = AssessedChild.Precautions + ", and a bell" });
            var refused = await house.AgreeAsync(key, house.Colleague);
            refused.IsRefused(HttpStatusCode.Forbidden, "G-14");
            refusals.Add(refused.Json.GetProperty("findings").GetRawText());
        }
        Assert.Equal(refusals[0], refusals[1]);
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
