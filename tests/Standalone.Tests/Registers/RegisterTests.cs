using System.Net;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Registers;

public sealed class RegisterTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task A_person_is_entered_and_changed_by_whoever_has_read_them()
    {
        var nia = Worker("nia", Oak) with { Name = "Nia Ó Súilleabháin", Version = 17 };
        const string address = "/api/people/nia";

        var entered = (await house.HomesManager.PutAsync(address, nia)).Is(HttpStatusCode.Created);
        Assert.Equal((address, 1), (entered.Location?.ToString(), entered.As<Person>().Version));
        (await house.HomesManager.PutAsync(address, nia)).Is(HttpStatusCode.PreconditionRequired);
        (await house.HomesManager.PutAsync(address, nia, "\"rev-17\"")).Is(HttpStatusCode.PreconditionFailed);
        var changed = await house.HomesManager.PutAsync(address, nia with { LoneWorkingIntegral = true }, entered.ETag);
        Assert.Equal(2, changed.Is(HttpStatusCode.OK).As<Person>().Version);
        (await house.HomesManager.PutAsync(address, nia, entered.ETag)).Is(HttpStatusCode.PreconditionFailed);

        Assert.Equal(changed.Text, (await house.HomesManager.GetAsync(address)).IsDone().Text);
        Assert.Equal(nia.Name, (await house.As(nia).GetAsync(address)).IsDone().As<Person>().Name);
        (await house.Colleague.GetAsync(address)).Is(HttpStatusCode.NotFound);
        (await house.Stranger.GetAsync(address)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_entry_that_is_not_as_it_must_be_is_refused_field_by_field()
    {
        var refused = await house.Administrator.PutAsync("/api/people/x", Staff("x", Oak, Role.Worker) with { Name = " " });
        refused.Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("name engagement", string.Join(" ", refused.Fields));

        (await house.Administrator.PutAsync("/api/people/x", Pat)).IsRefused(HttpStatusCode.UnprocessableEntity, "id");
        var home = Oaks with { Id = new("ash"), TimeZone = "Mars/Olympus" };
        Assert.Contains("timeZone", (await house.Administrator.PutAsync("/api/homes/ash", home)).Fields);
        var child = Cleo with { Id = new("carl"), Responsible = [new(Wendy.Id, ResponsibilityKind.ParentalResponsibility)] };
        Assert.Contains("responsible[0].person", (await house.Administrator.PutAsync("/api/children/carl", child)).Fields);
        (await house.Administrator.PutAsync("/api/children/carl", Cleo with { Id = new("carl"), Home = new("nowhere") })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "child"
        );
    }

    [Fact]
    public async Task Nobody_gives_power_to_themselves_or_beyond_their_own_homes()
    {
        var harriet = (await house.HomesManager.GetAsync("/api/people/harriet")).IsDone();
        var me = harriet.As<Person>();

        foreach (var wish in new[] { me with { Homes = [Oak, Elm] }, me with { Roles = [Role.HomesManager, Role.ServiceManager] } })
            (await house.HomesManager.PutAsync("/api/people/harriet", wish, harriet.ETag)).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.HomesManager.PutAsync("/api/people/zoe", Staff("zoe", Elm, Role.HomesManager))).IsRefused(
            HttpStatusCode.Forbidden,
            "who"
        );
        (await house.HomesManager.PutAsync("/api/people/zoe", Staff("zoe", Oak, Role.ServiceManager))).IsRefused(
            HttpStatusCode.Forbidden,
            "who"
        );
        (await house.HomesManager.PutAsync("/api/people/hugo", Hugo)).Is(HttpStatusCode.NotFound);
        (await house.Administrator.PutAsync("/api/people/ada", Staff("ada", Oak, Role.HomesManager))).IsRefused(
            HttpStatusCode.Forbidden,
            "who"
        );
    }

    [Fact]
    public async Task A_homes_manager_turns_nobody_s_mail_at_their_own_level_or_above_and_unmakes_no_peer()
    {
        await using var own = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        (await own.Administrator.PutAsync("/api/people/hilda", Staff("hilda", Oak, Role.HomesManager))).IsDone();
        foreach (var id in new[] { "sunil", "ines", "hilda" })
        {
            var read = (await own.HomesManager.GetAsync($"/api/people/{id}")).IsDone();
            var person = read.As<Person>();
            foreach (
                var wish in new[]
                {
                    person with
                    {
                        Email = new("mine@example.org"),
                    },
                    person with
                    {
                        Webhook = new("https://mine.example.org/hook"),
                    },
                    person with
                    {
                        LeftOn = new(2026, 1, 1),
                    },
                    person with
                    {
                        Homes = [Oak, Elm],
                    },
                    person with
                    {
                        Roles = [Role.SeniorManager],
                    },
                }
            )
                (await own.HomesManager.PutAsync($"/api/people/{id}", wish, read.ETag)).IsRefused(HttpStatusCode.Forbidden, "who");
            (await own.HomesManager.PutAsync($"/api/people/{id}", person with { Name = $"{id} Byrne" }, read.ETag)).IsDone();
        }

        var peer = (await own.ServiceManager.GetAsync("/api/people/hilda")).IsDone();
        var turned = peer.As<Person>() with { Email = new("hilda.byrne@example.org") };
        (await own.ServiceManager.PutAsync("/api/people/hilda", turned, peer.ETag)).IsDone();
        var above = (await own.ServiceManager.GetAsync("/api/people/ines")).IsDone();
        var inspector = above.As<Person>() with { Email = new("mine@example.org") };
        (await own.ServiceManager.PutAsync("/api/people/ines", inspector, above.ETag)).IsRefused(HttpStatusCode.Forbidden, "who");
        (await own.Administrator.PutAsync("/api/people/ines", inspector, above.ETag)).IsDone();
    }

    [Fact]
    public async Task Nobody_edits_a_level_above_their_own_and_who_stands_in_for_a_head_is_a_manager()
    {
        await using var own = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var read = (await own.HomesManager.GetAsync("/api/homes/oak")).IsDone();
        Home With(int level, Role role, params OnCallPerson[] people) =>
            read.As<Home>() with
            {
                OnCall = new(read.As<Home>().OnCall.Levels.SetItem(level, new(role, [.. people]))),
            };
        OnCallPerson sunil = new(Sunil.Id, false, []);
        OnCallPerson harriet = new(Harriet.Id, false, []);

        (
            await own.HomesManager.PutAsync("/api/homes/oak", With(2, Role.ServiceManager, new OnCallPerson(Sam.Id, true, [])), read.ETag)
        ).IsRefused(HttpStatusCode.Forbidden, "who");
        foreach (var api in new[] { own.HomesManager, own.Administrator })
            (
                await api.PutAsync("/api/homes/oak", With(1, Role.HomesManager, harriet, new OnCallPerson(Wendy.Id, true, [])), read.ETag)
            ).IsRefused(HttpStatusCode.UnprocessableEntity, "home");
        (
            await own.ServiceManager.PutAsync(
                "/api/homes/oak",
                With(2, Role.ServiceManager, sunil, new OnCallPerson(Wendy.Id, true, [])),
                read.ETag
            )
        ).IsRefused(HttpStatusCode.UnprocessableEntity, "home");
        var homes = await own.HomesManager.PutAsync(
            "/api/homes/oak",
            With(1, Role.HomesManager, harriet, new OnCallPerson(Sam.Id, true, [])),
            read.ETag
        );
        (
            await own.ServiceManager.PutAsync(
                "/api/homes/oak",
                With(2, Role.ServiceManager, sunil, new OnCallPerson(Sam.Id, true, [])),
                homes.IsDone().ETag
            )
        ).IsDone();
    }

    [Fact]
    public async Task A_version_that_staff_have_read_never_falls_under_the_same_reference()
    {
        var read = (await house.Administrator.GetAsync("/api/children/ellis")).IsDone();
        var ellis = read.As<Child>();
        var fallen = ellis with { CarePlan = new("cp-1", 2), CaseHistory = new("CH-1", 1) };
        var refused = (await house.Stranger.PutAsync("/api/children/ellis", fallen, read.ETag)).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("carePlan caseHistory", string.Join(" ", refused.Fields));
        (await house.Stranger.PutAsync("/api/children/ellis", ellis with { CarePlan = new("CP-2", 1) }, read.ETag)).IsDone();

        await using var own = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var policy = (await own.ServiceManager.GetAsync("/api/policy")).IsDone();
        Policy Guidance(int version) => policy.As<Policy>() with { PhysicalContactGuidance = new("PC", version) };
        var set = (await own.ServiceManager.PutAsync("/api/policy", Guidance(4), policy.ETag)).IsDone();
        Assert.Contains(
            "physicalContactGuidance",
            (await own.ServiceManager.PutAsync("/api/policy", Guidance(3), set.ETag))
                .IsRefused(HttpStatusCode.UnprocessableEntity, "policy")
                .Fields
        );
    }

    [Fact]
    public async Task Registers_are_kept_by_administrators_and_by_managers_of_their_own_homes()
    {
        (await house.Worker.PutAsync("/api/people/nia", Worker("nia", Oak))).Is(HttpStatusCode.Forbidden);
        (await house.Senior.PutAsync("/api/homes/oak", Oaks)).Is(HttpStatusCode.Forbidden);
        (await house.Inspector.PutAsync("/api/children/cleo", Cleo)).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.PutAsync("/api/homes/oak", Oaks)).Is(HttpStatusCode.NotFound);
        (await house.Stranger.PutAsync("/api/children/cleo", Cleo with { Home = Elm })).Is(HttpStatusCode.NotFound);
        (await house.Stranger.PutAsync("/api/children/new", Cleo with { Id = new("new") })).Is(HttpStatusCode.UnprocessableEntity);
        (await house.As("harriet", Role.Worker).PutAsync("/api/homes/oak", Oaks)).Is(HttpStatusCode.Forbidden);
        (await house.As("wendy", Role.HomesManager).PutAsync("/api/homes/oak", Oaks)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Lists_are_of_what_the_caller_may_see()
    {
        Assert.Equal("elm oak", await IdsAsync<Home>(house.Administrator, "/api/homes", home => home.Id.Value));
        Assert.Equal("oak", await IdsAsync<Home>(house.Worker, "/api/homes", home => home.Id.Value));
        Assert.Equal("", await IdsAsync<Home>(house.Parent, "/api/homes", home => home.Id.Value));
        Assert.Equal("cleo", await IdsAsync<Child>(house.Worker, "/api/children?home=oak", child => child.Id.Value));
        Assert.Equal("", await IdsAsync<Child>(house.Stranger, "/api/children?home=oak", child => child.Id.Value));
        Assert.Equal("", await IdsAsync<Child>(house.Parent, "/api/children?home=oak", child => child.Id.Value));
        Assert.Equal("eve hugo seth wilf", await IdsAsync<Person>(house.Stranger, "/api/people", person => person.Id.Value));
        (await house.Worker.GetAsync("/api/people")).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Why_somebody_is_barred_is_for_those_who_keep_the_register()
    {
        var child = Cleo with { Id = new("cara"), Barred = [new(Robin.Id, "a court order", house.Now)] };
        (await house.HomesManager.PutAsync("/api/children/cara", child)).IsDone();

        Assert.Contains("a court order", (await house.HomesManager.GetAsync("/api/children/cara")).Text, StringComparison.Ordinal);
        var seen = (await house.Worker.GetAsync("/api/children/cara")).IsDone();
        Assert.DoesNotContain("a court order", seen.Text, StringComparison.Ordinal);
        Assert.Equal(Robin.Id, Assert.Single(seen.As<Child>().Barred).Person);
    }

    [Fact]
    public async Task The_policy_is_set_in_versions_within_its_bounds()
    {
        var read = (await house.Worker.GetAsync("/api/policy")).IsDone();
        var policy = read.As<Policy>();

        var refused = await house.ServiceManager.PutAsync("/api/policy", policy with { NextLevel = TimeSpan.FromHours(5) }, read.ETag);
        Assert.Contains("nextLevel", refused.IsRefused(HttpStatusCode.UnprocessableEntity, "policy").Fields);
        Assert.Contains("between 1 and 60 minutes", refused.Text, StringComparison.Ordinal);
        (await house.ServiceManager.PutAsync("/api/policy", policy)).Is(HttpStatusCode.PreconditionRequired);
        (await house.Worker.PutAsync("/api/policy", policy, read.ETag)).Is(HttpStatusCode.Forbidden);
        (await house.ServiceManager.PutAsync("/api/policy", "{\"nextLevle\":\"00:10:00\"}", read.ETag)).Is(HttpStatusCode.BadRequest);
        var homes = await house.HomesManager.PutAsync("/api/policy", policy, read.ETag);
        Assert.Contains("serviceManager", homes.Is(HttpStatusCode.Forbidden).Text, StringComparison.Ordinal);
        var set = await house.ServiceManager.PutAsync("/api/policy", policy with { NextLevel = TimeSpan.FromMinutes(8) }, read.ETag);
        (await house.ServiceManager.PutAsync("/api/policy", policy, read.ETag)).Is(HttpStatusCode.PreconditionFailed);

        Assert.Equal(policy.Version + 1, set.IsDone().As<Policy>().Version);
        Assert.Equal(set.Text, (await house.Parent.GetAsync("/api/policy")).Text);
        Assert.Equal(read.Text, (await house.Parent.GetAsync($"/api/policy/versions/{policy.Version}")).IsDone().Text);
        (await house.Parent.GetAsync($"/api/policy/versions/{policy.Version + 2}")).Is(HttpStatusCode.NotFound);
        (await house.Parent.GetAsync("/api/policy/versions/0")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_parent_whose_mail_would_come_to_somebody_who_works_here_is_refused_and_the_other_way_round()
    {
        var pat = (await house.Administrator.GetAsync("/api/people/pat")).IsDone();
        foreach (var address in new[] { "wendy@example.org", "WENDY+pat@example.org", "hugo@example.org", "ines@example.org" })
            (await house.Administrator.PutAsync("/api/people/pat", pat.As<Person>() with { Email = new(address) }, pat.ETag)).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "person"
            );
        foreach (var address in new[] { "pat@example.org", "colin@example.org" })
            (await house.HomesManager.PutAsync("/api/people/ned", Worker("ned", Oak) with { Email = new(address) })).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "person"
            );

        var robin = (await house.Administrator.GetAsync("/api/people/robin")).IsDone();
        var together = robin.As<Person>() with { Email = new("pat@example.org") };
        var both = (await house.Administrator.PutAsync("/api/people/robin", together, robin.ETag)).IsDone();
        (await house.Administrator.PutAsync("/api/people/robin", robin.As<Person>(), both.ETag)).IsDone();
    }

    [Fact]
    public async Task Who_is_refused_by_their_role_is_told_what_would_lift_it()
    {
        var refused = (await house.Parent.GetAsync("/api/people")).Is(HttpStatusCode.Forbidden);

        Assert.Contains(
            "administrator, homesManager, serviceManager",
            refused.Json.GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_two_policies_set_at_once_one_holds_and_its_version_says_what_it_said()
    {
        await using var house = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var read = (await house.ServiceManager.GetAsync("/api/policy")).IsDone();
        var policy = read.As<Policy>();
        var asked = Enumerable.Range(5, 4).Select(m => policy with { NextLevel = TimeSpan.FromMinutes(m) });

        var set = await Task.WhenAll(asked.Select(p => house.ServiceManager.PutAsync("/api/policy", p, read.ETag)));

        var held = Assert.Single(set, reply => reply.Status == HttpStatusCode.OK);
        (await house.ServiceManager.PutAsync("/api/policy", policy, held.ETag)).IsDone();
        Assert.Equal(held.Text, (await house.ServiceManager.GetAsync($"/api/policy/versions/{policy.Version + 1}")).IsDone().Text);
    }

    private static async Task<string> IdsAsync<T>(Api by, string address, Func<T, string> id) =>
        string.Join(
            " ",
            (await by.GetAsync(address)).IsDone().As<Page<T>>().Items.Select(id).Order().Where(x => x is not ("nia" or "cara"))
        );
}
