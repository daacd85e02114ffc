using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>A child who asks to talk now, as a row's tests meet it.</summary>
internal static class UnplannedTalk
{
    /// <summary>Tries to start a talk that answers only what is asked at that moment, where nothing else goes on.</summary>
    public static async Task<Reply> StartAsync(OakHouse house, Func<Plan, Plan> change)
    {
        await house.LeaveAsync();
        return await TryAsync(house, change);
    }

    /// <summary>Tries to start such a talk, whatever else goes on.</summary>
    public static Task<Reply> TryAsync(OakHouse house, Func<Plan, Plan> change) =>
        house.Worker.PostAsync("/api/arrangements/unplanned", new UnplannedStart(change(In(house)), Colin.Id));

    /// <summary>Such a talk, which answers only what is asked at that moment.</summary>
    public static Plan In(OakHouse house) =>
        house.Keywork with
        {
            Purpose = Purpose.Talk,
            Length = TimeSpan.FromMinutes(20),
            Alternatives = null,
            Contact = null,
            FamilyContact = null,
            ChildsView = null,
        };

    /// <summary>A talk that may start, and is over at once.</summary>
    public static async Task IsHeardAsync(OakHouse house, Func<Plan, Plan> change)
    {
        var id = (await StartAsync(house, change)).Is(HttpStatusCode.Created).As<ArrangementBrief>().Id.Value;
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
    }
}
