using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Fairness;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.Fairness;
using OneToOne.Service.Retention;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Retention;

public sealed class SubjectAccessTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Path = "/api/children/cleo/subject-access";

    [Fact]
    public async Task Everything_held_about_a_child_comes_with_each_third_party_marked_and_nothing_left_out()
    {
        var id = await house.ClosedAsync(OakHouse.GoodRecord with { Summary = "Colin came by and laughed." });
        var read = await house.Administrator.GetAsync("/api/children/cleo");
        var barred = read.As<Child>() with { Barred = ImmutableArray.Create(new Bar(Robin.Id, "He frightened her", house.Now)) };
        (await house.Administrator.PutAsync("/api/children/cleo", barred, read.ETag)).IsDone();

        var history = new HistoryOfMakingAllegations.Yes(new(2025, 3, 1), "She said that Colin had hit her");
        await house.AssessAsync(
            AssessmentKey.ForChild(Cleo.Id),
            AssessedChild with
            {
                Child = AssessedChild.Child! with { HistoryOfMakingAllegations = history },
            }
        );
        await Concerns.ConcernLifeTests.ReportedAsync(
            house.Colleague,
            new(Cleo.Id, ConcernKind.Allegation, "She says that Wendy pushed her", Wendy.Id)
        );
        var looked = new DispositionSaid(
            Oak,
            Cleo.Id,
            FairnessPattern.AboveAllocation,
            DispositionKind.Explained,
            "Wendy stood in for Colin",
            Wendy.Id
        );
        (await house.HomesManager.PostAsync("/api/fairness/dispositions", looked)).IsDone();

        var taken = (await house.ServiceManager.GetAsync(Path)).IsDone();

        var records = taken.Json.GetProperty("records").EnumerateArray().ToArray();
        Assert.Equal(
            ChildsKinds.AboutAChild.Select(kind => kind.Name).Order(),
            records.Select(r => r.GetProperty("type").GetString()).Distinct().Order()
        );
        var arrangement = Assert.Single(records, r => r.GetProperty("type").GetString() == "arrangement");
        Assert.Equal(id, Value(arrangement.GetProperty("id"), "words"));
        Assert.Contains("Colin came by and laughed.", taken.Text, StringComparison.Ordinal);
        Assert.Equal("wendy", Value(arrangement.GetProperty("state").GetProperty("plan").GetProperty("worker"), "person"));
        Assert.Equal("cleo", arrangement.GetProperty("state").GetProperty("plan").GetProperty("child").GetString());
        var bar = records[0].GetProperty("state").GetProperty("barred")[0];
        Assert.Equal("He frightened her", Value(bar.GetProperty("reason"), "barredReason"));
        Assert.NotEmpty(arrangement.GetProperty("history").EnumerateArray());
        Assert.All(records, r => Assert.Equal("2087-05-04", r.GetProperty("retainUntil").GetString()));
        var assessed = Assert.Single(
            records,
            r =>
                r.GetProperty("type").GetString() == "assessment"
                && r.GetProperty("id").ToString().Contains("child.", StringComparison.Ordinal)
        );
        Assert.Contains(
            $$"""{"thirdParty":"historyOfMakingAllegations","value":"{{history.Words}}"}""",
            JsonSerializer.Serialize(assessed),
            StringComparison.Ordinal
        );
        AssertMarked(taken.Json, "wendy", "colin", "robin", "pat", "harriet");
        AssertMarked(taken.Json, "He frightened her", "Colin came by and laughed.", history.Words, looked.Note);
        AssertMarked(taken.Json, "She says that Wendy pushed her");
    }

    [Fact]
    public async Task Only_heads_of_the_home_take_it_and_that_they_did_is_kept_and_verifies()
    {
        foreach (var other in new[] { house.Worker, house.Senior })
            (await other.GetAsync(Path)).Is(HttpStatusCode.Forbidden);
        foreach (var other in new[] { house.Inspector, house.Administrator, house.Parent })
            (await other.GetAsync(Path)).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.GetAsync(Path)).Is(HttpStatusCode.NotFound);
        var before = await CountAsync();

        (await house.HomesManager.GetAsync(Path)).IsDone();

        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task Who_takes_it_cannot_tell_whether_a_concern_about_them_is_there()
    {
        var before = (await house.HomesManager.GetAsync(Path)).IsDone();
        const string Words = "She says that Harriet shouted at her";
        await Concerns.ConcernLifeTests.ReportedAsync(house.Colleague, new(Cleo.Id, ConcernKind.Allegation, Words, Harriet.Id));

        var own = (await house.HomesManager.GetAsync(Path)).IsDone();
        var other = (await house.ServiceManager.GetAsync(Path)).IsDone();

        Assert.DoesNotContain(Words, own.Text, StringComparison.Ordinal);
        Assert.Contains(Words, other.Text, StringComparison.Ordinal);
        Assert.Equal(before.Json.GetProperty("records").GetArrayLength(), own.Json.GetProperty("records").GetArrayLength());
        foreach (var taken in new[] { before, own, other })
            Assert.Contains("can take the whole", taken.Json.GetProperty("leftOut").GetString(), StringComparison.Ordinal);
    }

    // Wherever it stands as a value, it stands under a mark.
    private static void AssertMarked(JsonElement json, params string[] texts)
    {
        if (json.ValueKind is JsonValueKind.String)
            Assert.DoesNotContain(json.GetString()!, texts);
        else if (json.ValueKind is JsonValueKind.Array)
            foreach (var item in json.EnumerateArray())
                AssertMarked(item, texts);
        else if (json.ValueKind is JsonValueKind.Object && !json.TryGetProperty("thirdParty", out _))
            foreach (var member in json.EnumerateObject())
                AssertMarked(member.Value, texts);
    }

    private static string? Value(JsonElement marked, string mark)
    {
        Assert.Equal(mark, marked.GetProperty("thirdParty").GetString());
        return marked.GetProperty("value").GetString();
    }

    private async Task<int> CountAsync()
    {
        var (_, report) = await house.Server.Services.GetRequiredService<Checkpointing>().VerifyAsync(CancellationToken.None);
        Assert.Empty(report.Faults);
        return report.Records;
    }
}
