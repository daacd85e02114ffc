using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain.Concerns;
using OneToOne.Service.Concerns;
using OneToOne.Service.Http;
using OneToOne.Service.Store;
using OneToOne.Standalone.Tests.Inspection;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Concerns.ConcernLifeTests;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Concerns;

/// <summary>A concern that a newer version of the program has written to keeps nothing else from being read, and is told of to inspectors alone.</summary>
[Trait("Store", "Own")]
public sealed class UnreadableConcernTests : IAsyncLifetime
{
    private const string March = "/api/inspection?home=oak&from=2026-03-01&to=2026-03-31";

    private OakHouse house = null!;
    private string unreadable = "";
    private string other = "";

    public async Task InitializeAsync()
    {
        house = await OakHouse.OpenAsync(new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
        unreadable = await ReportedAsync(house.Colleague, new(Cleo.Id, ConcernKind.Allegation, "Harriet shouted at her", Harriet.Id));
        await house.Server.PassAsync(TimeSpan.FromSeconds(1));
        other = await ReportedAsync(house.Colleague, new(Cleo.Id, ConcernKind.Allegation, "Wendy shouted at her", Wendy.Id));
        await house.Server.Services.GetRequiredService<IDocumentStore>().MakeUnreadableAsync(ConcernRecords.Kind, unreadable);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task It_is_left_out_of_the_list_whose_pages_say_to_inspectors_alone_how_many_there_are()
    {
        foreach (var head in new[] { house.HomesManager, house.ServiceManager })
        {
            var list = (await head.GetAsync("/api/concerns?home=oak")).IsDone();
            Assert.Equal([other], list.As<Page<ConcernView>>().Items.Select(concern => concern.Id.Value));
            Assert.DoesNotContain("unreadable", list.Text, StringComparison.Ordinal);
            (await head.GetAsync(To(unreadable))).Is(HttpStatusCode.NotFound);
            (await head.PostAsync(To(unreadable, "acknowledgement"))).Is(HttpStatusCode.NotFound);
        }

        var counted = 0;
        var seen = new List<string>();
        for (string? next = ""; next is not null; )
        {
            var page = (await house.Inspector.GetAsync($"/api/concerns?home=oak&limit=1&continuation={Uri.EscapeDataString(next)}"))
                .IsDone()
                .As<Page<ConcernClocks>>();
            seen.AddRange(page.Items.Select(concern => concern.Id.Value));
            counted += page.Unreadable!.Value;
            next = page.Continuation;
        }
        Assert.Equal((other, 1), (Assert.Single(seen), counted));
    }

    [Fact]
    public async Task It_is_left_out_of_an_inspection_which_says_to_inspectors_alone_how_many_there_are()
    {
        foreach (var (reader, missing) in new[] { (house.HomesManager, 0), (house.Inspector, 1) })
        {
            var report = (await reader.GetAsync(March)).IsDone();
            Assert.Equal(other, Assert.Single(MonthOfLife.Rows(report, "concerns")).GetProperty("concern").GetString());
            Assert.Equal(missing, report.Json.GetProperty("unreadable").GetInt32());
        }
    }

    [Fact]
    public async Task An_arrangement_that_cannot_be_read_is_counted_to_heads_too()
    {
        var arrangement = await house.RequestedAsync(plan => plan with { EngagedSign = true });
        await house.Server.Services.GetRequiredService<IDocumentStore>().MakeUnreadableAsync(new(arrangement));

        var report = (await house.HomesManager.GetAsync(March)).IsDone();

        Assert.Equal(1, report.Json.GetProperty("unreadable").GetInt32());
        Assert.Contains("Not in it", (await house.HomesManager.GetAsync(March + "&format=page")).IsDone().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subject_access_says_that_not_everything_can_be_read_and_hands_out_no_part()
    {
        var refused = (await house.ServiceManager.GetAsync("/api/children/cleo/subject-access")).IsRefused(
            HttpStatusCode.Conflict,
            "retention"
        );

        Assert.Contains("newer version", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("concern", refused.Text, StringComparison.OrdinalIgnoreCase);
    }
}
