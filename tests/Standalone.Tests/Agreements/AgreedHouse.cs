using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Agreements;

/// <summary>The house with standing agreements.</summary>
internal static class AgreedHouse
{
    /// <summary>Keywork on any day, between eight in the morning and nine in the evening, for three weeks.</summary>
    public static Plan Weekly(this OakHouse house, Plan? each = null)
    {
        var plan = each ?? house.Keywork;
        return plan with
        {
            Standing = new(
                [],
                [plan.Purpose],
                [plan.Place.Setting],
                new([.. Enum.GetValues<DayOfWeek>()], new(8, 0), new(21, 0)),
                TimeSpan.FromMinutes(90),
                house.Now.AddDays(21)
            ),
        };
    }

    public static Task<string> AskedForAgreementAsync(this OakHouse house, Func<Plan, Plan>? plan = null) =>
        house.RequestedAsync(p => (plan ?? (w => w))(house.Weekly(p)));

    /// <summary>In force: approved by the homes manager and the parent.</summary>
    public static async Task<string> AgreedAsync(this OakHouse house, Func<Plan, Plan>? plan = null)
    {
        var id = await house.AskedForAgreementAsync(plan);
        await OakHouse.ApproveAsync(id, house.HomesManager);
        await OakHouse.ApproveAsync(id, house.Parent);
        return id;
    }

    /// <summary>Tomorrow at noon.</summary>
    public static DateTimeOffset Noon(this OakHouse house) => new(house.Now.UtcDateTime.Date.AddDays(1).AddHours(12), TimeSpan.Zero);

    /// <summary>The four answers that an occasion needs.</summary>
    public static OccasionAsked Tomorrow(this OakHouse house) => new(new("Lounge"), house.Noon(), [Colin.Id], ChangedSinceAgreed: false);

    public static Task<Reply> PlanAsync(this Api by, string agreement, OccasionAsked asked) => by.DoAsync(agreement, "occasions", asked);

    /// <summary>An occasion that the worker planned for tomorrow at noon.</summary>
    public static async Task<string> PlannedAsync(this OakHouse house, string agreement) =>
        (await house.Worker.PlanAsync(agreement, house.Tomorrow())).IsDone().As<ArrangementBrief>().Id.Value;
}
