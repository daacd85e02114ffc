using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Concerns;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Concerns.ConcernLifeTests;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Concerns;

public sealed class ConcernRecordTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Whatever_happened_to_it_its_history_leads_to_its_state()
    {
        await using var own = await OakHouse.OpenAsync(Monday);
        var id = await ReportedAsync(own.Colleague, new(Cleo.Id, ConcernKind.Other, "She is afraid"));
        await own.Server.PassAsync(TimeSpan.FromDays(2));
        (await own.ServiceManager.PostAsync(To(id, "referral"), new ReferralMade(false, false, null, "It was a dream"))).IsDone();
        (await own.Colleague.PostAsync(To(id, "addenda"), new ConcernAddition("She said so again"))).IsDone();
        (await own.ServiceManager.PostAsync(To(id, "outcome"), new ConcernEnd("We talked with her"))).IsDone();

        var report = await own.Server.Services.GetRequiredService<Verification>().RunAsync([], default);

        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task A_concern_that_was_kept_before_it_had_a_life_is_read_and_written_as_it_was()
    {
        await using var own = await OakHouse.OpenAsync(Monday);
        var earlier = JsonSerializer.Serialize(
            new
            {
                Id = "k1",
                Home = "oak",
                Child = "cleo",
                About = "wendy",
                RaisedBy = "colin",
                RaisedAt = Monday,
                Duties = ImmutableArray.Create("L-20"),
                Plan = own.Keywork,
                Told = ImmutableArray.Create("harriet"),
            },
            WireFormat.Options
        );

        var read = JsonSerializer.Deserialize<Concern>(earlier, WireFormat.Options)!;

        Assert.True(
            JsonElement.DeepEquals(JsonDocument.Parse(earlier).RootElement, JsonSerializer.SerializeToElement(read, WireFormat.Options))
        );
        Assert.Equal((ConcernKind.Request, ConcernStage.Received), (read.Kind, ConcernView.StageOf(read)));
        var told = ConcernState.Evolve(read, new ConcernEvent.PassedOn([Sunil.Id]), Monday);
        Assert.Equal([Harriet.Id, Sunil.Id], told.Told.AsEnumerable());
    }
}
