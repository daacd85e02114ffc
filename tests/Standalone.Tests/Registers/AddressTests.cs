using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Tests.Mail;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Registers;

/// <summary>Whoever changes where somebody is reached can't keep it to themselves.</summary>
public sealed class AddressTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Theirs = "Where we reach you was changed";
    private const string Others = "Please look: an address in the register was changed";

    [Fact]
    public async Task A_changed_address_of_a_parent_is_told_of_at_the_old_one_and_to_the_homes_manager()
    {
        var gwen = await ParentAsync("gwen");
        var changedAt = house.Now;

        await ChangeAsync(house.Administrator, gwen with { Email = new("turned@example.net") });

        var mails = await NewsAsync();
        Assert.Equal([("gwen@example.org", Theirs), ("harriet@example.org", Others)], mails.Select(m => (m.EnvelopeTo, m.Subject)));
        Assert.All(mails, mail => Assert.DoesNotContain("turned", mail.Text + mail.Html, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains($"{changedAt:d MMMM yyyy}", mail.Text, StringComparison.Ordinal));
        Assert.Equal(new(new("ada"), changedAt), (await ReadAsync("gwen")).As<Person>().AddressEntered);
    }

    [Fact]
    public async Task Who_entered_an_address_is_kept_whatever_the_request_says()
    {
        var greta = await ParentAsync("greta");
        var entered = (await ReadAsync("greta")).As<Person>().AddressEntered;

        await ChangeAsync(house.Administrator, greta with { Name = "Greta", AddressEntered = new(Harriet.Id, house.Now.AddYears(-1)) });

        Assert.Equal(new("ada"), entered!.By);
        Assert.Equal(entered, (await ReadAsync("greta")).As<Person>().AddressEntered);
        Assert.Empty(await NewsAsync());
    }

    [Fact]
    public async Task Whoever_changed_it_is_not_the_manager_who_is_told()
    {
        var gus = await ParentAsync("gus", Oak);

        await ChangeAsync(house.HomesManager, gus with { Email = new("gus@example.net") });

        Assert.Equal(["gus@example.org", "sunil@example.org"], (await NewsAsync()).Select(m => m.EnvelopeTo));
    }

    [Fact]
    public async Task A_managers_changed_address_is_told_of_to_the_service_manager()
    {
        var mia = await EnteredAsync(Staff("mia", Oak, Role.SeniorManager));

        await ChangeAsync(house.Administrator, mia with { Email = new("mia@example.net") });

        Assert.Equal(["mia@example.org", "sunil@example.org"], (await NewsAsync()).Select(m => m.EnvelopeTo));
    }

    [Fact]
    public async Task What_the_mail_server_does_not_take_now_is_sent_again_and_arrives_once()
    {
        var gina = await ParentAsync("gina");
        house.Server.Mail.When("RCPT TO:<gina@", "451 later", times: 2);

        await ChangeAsync(house.Administrator, gina with { Email = new("gina@example.net") });

        Assert.Equal(["harriet@example.org"], (await NewsAsync()).Select(m => m.EnvelopeTo));
        await house.Server.PassAsync(TimeSpan.FromMinutes(7));
        Assert.Equal(["gina@example.org"], (await NewsAsync()).Select(m => m.EnvelopeTo));
        await house.Server.PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(await NewsAsync());
    }

    [Fact]
    public async Task Nothing_is_sent_to_the_old_address_of_somebody_barred_for_each_child_that_names_them()
    {
        var gil = await ParentAsync("gil");
        (await house.HomesManager.PostAsync("/api/children/cleo/bars", new { person = "gil", reason = "a court order" })).IsDone();

        await ChangeAsync(house.Administrator, gil with { Email = new("gil@example.net") });

        Assert.Equal(["harriet@example.org"], (await NewsAsync()).Select(m => m.EnvelopeTo));
    }

    [Fact]
    public async Task Nothing_is_sent_to_them_either_when_their_role_is_taken_at_the_same_time()
    {
        var gerd = await ParentAsync("gerd");
        (await house.HomesManager.PostAsync("/api/children/cleo/bars", new { person = "gerd", reason = "a court order" })).IsDone();

        await ChangeAsync(house.Administrator, gerd with { Roles = [Role.Inspector], Email = new("gerd@example.net") });

        Assert.Equal(["harriet@example.org"], (await NewsAsync()).Select(m => m.EnvelopeTo));
    }

    [Fact]
    public async Task Who_answers_for_the_child_hears_of_it_also_while_the_parent_has_another_role()
    {
        var gabi = await ParentAsync("gabi");
        var between = gabi with { Roles = [Role.Inspector] };

        await ChangeAsync(house.Administrator, between);
        await ChangeAsync(house.Administrator, between with { Email = new("gabi@example.net") });
        await ChangeAsync(house.Administrator, gabi with { Email = new("gabi@example.net") });

        Assert.Equal(["gabi@example.org", "harriet@example.org"], (await NewsAsync()).Select(m => m.EnvelopeTo));
    }

    [Fact]
    public async Task Each_of_two_changes_is_told_of_with_its_own_moment()
    {
        var gale = await ParentAsync("gale");
        house.Server.Mail.When("RCPT TO:<gale@", "451 later", times: 2);
        house.Server.Mail.When("RCPT TO:<harriet@", "451 later", times: 2);
        var first = house.Now;
        await ChangeAsync(house.Administrator, gale with { Email = new("turned@example.net") });
        Assert.Empty(await NewsAsync());
        await house.Server.PassAsync(TimeSpan.FromSeconds(61));

        await ChangeAsync(house.Administrator, gale with { Email = new("again@example.net") });

        var second = house.Now;
        await house.Server.PassAsync(TimeSpan.FromMinutes(7));
        var told = (await NewsAsync()).ToLookup(m => m.EnvelopeTo);
        Assert.Contains($"{first:HH:mm}", Assert.Single(told["gale@example.org"]).Text, StringComparison.Ordinal);
        Assert.Contains($"{second:HH:mm}", Assert.Single(told["turned@example.net"]).Text, StringComparison.Ordinal);
        Assert.All(
            new[] { first, second },
            at => Assert.Single(told["harriet@example.org"], m => m.Text.Contains($"{at:HH:mm}", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_history_of_the_entry_says_what_it_was_and_who_was_told()
    {
        var gary = await ParentAsync("gary");

        await ChangeAsync(house.Administrator, gary with { Email = new("gary@example.net") });
        await NewsAsync();

        var history = (await house.Administrator.GetAsync("/api/people/gary/history")).IsDone().As<RegisterHistory>();
        var changes = history.Changes;
        var email = Assert.Single(changes[^1].Fields, field => field.Field == "email");
        Assert.Equal(("gary@example.org", "gary@example.net"), (email.Before!.Value.GetString(), email.After!.Value.GetString()));
        Assert.Equal([1, 2], changes.Select(change => change.Version));
        var accepted = history.Told.Select(told => Assert.IsType<DeliveryEvent.MessageAccepted>(told.Delivery).To);
        Assert.Equal([gary.Id, Harriet.Id], accepted.OrderBy(to => to.Value));
    }

    [Fact]
    public async Task Whoever_is_entered_as_having_left_hears_all_the_same_that_their_address_was_changed()
    {
        var gaby = await ParentAsync("gaby");
        var left = gaby with { LeftOn = new(2026, 1, 1) };
        await ChangeAsync(house.Administrator, left);

        await ChangeAsync(house.Administrator, left with { Email = new("gaby@example.net") });

        Assert.Equal(["gaby@example.org", "harriet@example.org"], (await NewsAsync()).Select(m => m.EnvelopeTo));
    }

    [Fact]
    public async Task That_a_parent_is_asked_no_more_or_a_placing_authority_is_added_is_told_to_the_heads()
    {
        var polly = await EnteredAsync(Somebody("polly", Role.PlacingAuthority));
        foreach (
            var change in new Func<Child, Child>[]
            {
                child => child with { PlacingAuthority = [.. child.PlacingAuthority, polly.Id] },
                child => child with { PlacingAuthority = [Paula.Id], Responsible = [] },
            }
        )
        {
            var child = (await house.HomesManager.GetAsync("/api/children/cleo")).IsDone();
            (await house.HomesManager.PutAsync("/api/children/cleo", change(child.As<Child>()), child.ETag)).IsDone();

            var mail = Assert.Single(await NewsAsync(), m => m.Subject.StartsWith("Please look", StringComparison.Ordinal));
            Assert.Equal(("sunil@example.org", "Please look: who is asked about a child was changed"), (mail.EnvelopeTo, mail.Subject));
        }
    }

    [Fact]
    public async Task What_protected_a_child_is_not_lifted_without_the_other_heads_hearing_of_it()
    {
        (await house.HomesManager.PostAsync("/api/children/cleo/bars", new { person = "robin", reason = "a court order" })).IsDone();
        foreach (var head in new[] { house.ServiceManager, house.HomesManager })
        {
            Assert.Empty(await NewsAsync());
            var read = (await head.GetAsync("/api/children/cleo")).IsDone();
            var why = new { reason = "The court has set its order aside on 3 March" };
            (await head.PostAsync("/api/children/cleo/bars/robin/lift", why, ifMatch: read.ETag)).IsDone();
        }

        var mail = Assert.Single(await NewsAsync());
        Assert.Equal(("sunil@example.org", "Please look: what protected a child was lifted"), (mail.EnvelopeTo, mail.Subject));
    }

    private int seen = house.Server.Mail.Mails.Count;

    // What was sent since the last look, when nothing is under way any more.
    private async Task<ReceivedMail[]> NewsAsync()
    {
        await house.Server.PassAsync(TimeSpan.Zero);
        var mails = house.Server.Mail.Mails;
        ReceivedMail[] news = [.. mails.Skip(seen).OrderBy(m => m.EnvelopeTo, StringComparer.Ordinal)];
        seen = mails.Count;
        return news;
    }

    private async Task<Person> ParentAsync(string id, params HomeId[] homes)
    {
        var parent = await EnteredAsync(Somebody(id, Role.ParentOrCarer) with { Homes = [.. homes] });
        var read = (await house.Administrator.GetAsync("/api/children/cleo")).IsDone();
        var cleo = read.As<Child>();
        var responsible = cleo.Responsible.Add(new(parent.Id, ResponsibilityKind.ParentalResponsibility));
        (await house.Administrator.PutAsync("/api/children/cleo", cleo with { Responsible = responsible }, read.ETag)).IsDone();
        return parent;
    }

    private async Task<Person> EnteredAsync(Person person) =>
        (await house.Administrator.PutAsync($"/api/people/{person.Id}", person)).IsDone().As<Person>();

    private async Task ChangeAsync(Api by, Person person) =>
        (await by.PutAsync($"/api/people/{person.Id}", person, (await ReadAsync(person.Id.Value)).ETag)).IsDone();

    private async Task<Reply> ReadAsync(string id) => (await house.Administrator.GetAsync($"/api/people/{id}")).IsDone();
}
