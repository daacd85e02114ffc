using System.Text.Json;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Inspection;

/// <summary>The section on changes of the registers on which the safety of a home's children hangs.</summary>
public sealed class RegisterChangesTests : IAsyncLifetime
{
    private const string Cleos = "/api/children/cleo";
    private const string First = "The court has set its order aside on 3 March";
    private const string Second = "I have read the court's letter myself";

    private OakHouse house = null!;

    public async Task InitializeAsync()
    {
        house = await OakHouse.OpenAsync(RunningServer.Evening);
        await house.Server.PassAsync(TimeSpan.FromDays(1));
    }

    public Task DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Who_put_a_bar_and_who_lifted_it_are_there_and_why_only_to_heads()
    {
        (await house.HomesManager.PostAsync($"{Cleos}/bars", new { person = "robin", reason = "a court order" })).IsDone();
        await LiftAsync(house.HomesManager, "bars/robin/lift", new { reason = First });
        await LiftAsync(house.ServiceManager, "bars/robin/lift", new { reason = Second });

        var toHead = await RowsAsync(house.ServiceManager);
        Assert.Equal(["barred", "barLiftProposed", "barLifted"], toHead.Select(row => Text(row, "what")));
        var lifted = toHead.Single(row => Text(row, "what") == "barLifted");
        Assert.Equal(("cleo", "robin"), (Text(lifted, "child"), Text(lifted, "person")));
        Assert.Equal(("sunil", Second), (Text(lifted, "changedBy"), Text(lifted, "reason")));
        Assert.Equal(("harriet", First), (Text(lifted, "proposedBy"), Text(lifted, "proposedBecause")));
        Assert.Equal("a court order", Text(toHead.Single(row => Text(row, "what") == "barred"), "reason"));

        var toInspector = await RowsAsync(house.Inspector);
        Assert.Equal(toHead.Length, toInspector.Length);
        Assert.All(toInspector, row => Assert.Null(Text(row, "reason") ?? Text(row, "proposedBecause")));
        Assert.Contains(toInspector, row => (Text(row, "what"), Text(row, "proposedBy")) == ("barLifted", "harriet"));
    }

    [Fact]
    public async Task Why_somebody_was_kept_away_is_not_said_to_them_once_they_are_no_longer()
    {
        var hana = Harriet with { Id = new("hana"), Email = new("hana@example.org") };
        (await house.Administrator.PutAsync("/api/people/hana", hana)).IsDone();
        (await house.HomesManager.PostAsync($"{Cleos}/bars", new { person = "sunil", reason = "an allegation" })).IsDone();
        Assert.DoesNotContain(await RowsAsync(house.ServiceManager), row => Text(row, "child") is not null);
        await LiftAsync(house.HomesManager, "bars/sunil/lift", new { reason = First });
        await LiftAsync(house.As(hana), "bars/sunil/lift", new { reason = Second });

        var ofBar = (await RowsAsync(house.ServiceManager)).Where(row => Text(row, "person") == "sunil").ToArray();

        Assert.Equal(3, ofBar.Length);
        Assert.All(ofBar, row => Assert.Null(Text(row, "reason") ?? Text(row, "proposedBecause")));
    }

    [Fact]
    public async Task Withheld_whereabouts_are_there_like_a_bar()
    {
        (await house.ServiceManager.PostAsync($"{Cleos}/whereabouts", new { withheld = true })).IsDone();
        await LiftAsync(house.ServiceManager, "whereabouts", new { withheld = false, reason = First });
        await LiftAsync(house.HomesManager, "whereabouts", new { withheld = false, reason = Second });

        var rows = await RowsAsync(house.HomesManager);

        Assert.Equal(["whereaboutsWithheld", "whereaboutsLiftProposed", "whereaboutsLifted"], rows.Select(row => Text(row, "what")));
        var lifted = rows.Single(row => Text(row, "what") == "whereaboutsLifted");
        Assert.Equal(("harriet", Second), (Text(lifted, "changedBy"), Text(lifted, "reason")));
        Assert.Equal(("sunil", First), (Text(lifted, "proposedBy"), Text(lifted, "proposedBecause")));
    }

    [Fact]
    public async Task Changes_of_policy_on_call_list_and_roles_say_who_and_what()
    {
        await ChangeAsync<Policy>(house.ServiceManager, "/api/policy", policy => policy with { NextLevel = TimeSpan.FromMinutes(8) });
        await ChangeAsync<Home>(
            house.HomesManager,
            "/api/homes/oak",
            home =>
                home with
                {
                    OnCall = new(
                        home.OnCall.Levels.SetItem(1, new(Role.HomesManager, [new(Harriet.Id, false, []), new(Sam.Id, true, [])]))
                    ),
                }
        );
        await ChangeAsync<Home>(house.HomesManager, "/api/homes/oak", home => home with { Name = "The Oak" });
        await ChangeAsync<Person>(
            house.Administrator,
            "/api/people/colin",
            colin => colin with { Roles = [Role.SeniorManager], Engagement = null }
        );
        await ChangeAsync<Person>(house.Administrator, "/api/people/pat", pat => pat with { Name = "Patricia" });

        var rows = await RowsAsync(house.Inspector);

        Assert.Equal(
            [
                ("onCall", "harriet", null, "homesManager"),
                ("policy", "sunil", null, "nextLevel"),
                ("rolesGiven", "ada", "colin", "seniorManager"),
                ("rolesTaken", "ada", "colin", "worker"),
            ],
            rows.Select(row => (Text(row, "what"), Text(row, "changedBy"), Text(row, "person"), row.GetProperty("fields")[0].GetString()))
                .Order()
        );
    }

    [Fact]
    public async Task Who_answers_for_a_child_which_roles_they_were_given_and_that_they_are_reached_elsewhere_is_there()
    {
        const string Elsewhere = "somewhere.else@example.org";
        await ChangeAsync<Child>(house.Administrator, Cleos, cleo => cleo with { Responsible = [] });
        await ChangeAsync<Child>(house.Administrator, Cleos, cleo => cleo with { Responsible = Cleo.Responsible });
        var petra = Paula with { Id = new("petra"), Email = new("petra@example.org") };
        (await house.Administrator.PutAsync("/api/people/petra", petra)).IsDone();
        await ChangeAsync<Child>(house.Administrator, Cleos, cleo => cleo with { PlacingAuthority = [Paula.Id, petra.Id] });
        foreach (var person in new[] { "pat", "colin", "robin" })
            await ChangeAsync<Person>(
                house.Administrator,
                $"/api/people/{person}",
                one => one with { Email = new($"{person}.{Elsewhere}") }
            );
        await ChangeAsync<Person>(house.Administrator, "/api/people/pat", pat => pat with { Roles = [Role.PlacingAuthority] });
        await ChangeAsync<Person>(house.Administrator, "/api/people/pat", pat => pat with { Roles = Pat.Roles });

        var rows = await RowsAsync(house.Inspector);

        Assert.All(rows, row => Assert.Equal("ada", Text(row, "changedBy")));
        Assert.DoesNotContain(rows, row => row.GetRawText().Contains(Elsewhere, StringComparison.Ordinal));
        // Robin answers for nobody here.
        Assert.Equal(
            [
                ("addressChanged", null, "colin", "email"),
                ("addressChanged", null, "pat", "email"),
                ("placingAuthorityEntered", "cleo", "petra", ""),
                ("responsibleEntered", "cleo", "pat", ""),
                ("responsibleRemoved", "cleo", "pat", ""),
                ("rolesGiven", null, "pat", "parentOrCarer"),
                ("rolesGiven", null, "pat", "placingAuthority"),
                ("rolesGiven", null, "petra", "placingAuthority"),
                ("rolesTaken", null, "pat", "parentOrCarer"),
                ("rolesTaken", null, "pat", "placingAuthority"),
            ],
            rows.Select(row => (Text(row, "what"), Text(row, "child"), Text(row, "person"), Fields(row))).Order()
        );
    }

    private static string Fields(JsonElement row) =>
        string.Join(' ', row.GetProperty("fields").EnumerateArray().Select(f => f.GetString()));

    private async Task LiftAsync(Api head, string step, object said)
    {
        await house.Server.PassAsync(TimeSpan.FromMinutes(1));
        (await head.PostAsync($"{Cleos}/{step}", said, ifMatch: (await house.Administrator.GetAsync(Cleos)).ETag)).IsDone();
    }

    // The day after everything was entered.
    private async Task<JsonElement[]> RowsAsync(Api api)
    {
        var day = $"{house.Now:yyyy-MM-dd}";
        return MonthOfLife.Rows((await api.GetAsync($"/api/inspection?home=oak&from={day}&to={day}")).IsDone(), "registers");
    }

    private static async Task ChangeAsync<T>(Api api, string path, Func<T, T> change)
        where T : notnull
    {
        var read = (await api.GetAsync(path)).IsDone();
        (await api.PutAsync(path, change(read.As<T>()), read.ETag)).IsDone();
    }

    private static string? Text(JsonElement row, string column) =>
        row.GetProperty(column) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;
}
