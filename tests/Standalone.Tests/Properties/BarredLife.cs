using System.Collections.Immutable;
using System.Net;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Service.Tests.Mail;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>A short life of one arrangement, played at random by people who have to do with no other child, one of whom is barred in it.</summary>
internal sealed class BarredLife
{
    private static readonly string[] Acts = ["", "decide", "start", "check-in", "help", "distress", "finish", "acknowledge", "outcome"];

    private static readonly (string, string)[] Everything =
    [
        ("decision", "approve"),
        ("clear", "yes"),
        ("safeguard", "0"),
        ("reason", "no"),
        ("outcome", "ChildSeenAndSafe"),
        ("note", "x"),
        ("decline", "x"),
    ];

    private readonly OakHouse house;
    private readonly Random random;
    private readonly HomeId home;
    private readonly Person worker;
    private readonly Person colleague;
    private readonly Person senior;
    private readonly Person manager;
    private readonly Person service;
    private readonly Person parent;
    private readonly Person other;
    private readonly Person social;
    private readonly Child child;
    private readonly List<string> told = [];
    private readonly Dictionary<Person, Api> signedIn = [];
    private readonly HttpClient browser;
    private string id = "";
    private int mails;

    public BarredLife(OakHouse house, int number, Random random)
    {
        (this.house, this.random, browser) = (house, random, house.Server.Anonymous());
        home = new($"home-{number}");
        worker = Worker($"worker-{number}", home);
        colleague = Worker($"colleague-{number}", home);
        senior = Staff($"senior-{number}", home, Role.SeniorManager);
        manager = Staff($"manager-{number}", home, Role.HomesManager);
        service = Staff($"service-{number}", home, Role.ServiceManager);
        parent = Somebody($"parent-{number}", Role.ParentOrCarer);
        other = Somebody($"other-{number}", Role.ParentOrCarer);
        social = Somebody($"social-{number}", Role.PlacingAuthority);
        child = Cleo with
        {
            Id = new($"child-{number}"),
            Home = home,
            Responsible = [.. new[] { parent, other }.Select(p => new Responsibility(p.Id, ResponsibilityKind.ParentalResponsibility))],
            PlacingAuthority = [social.Id],
        };
        Barred = Pick(worker, colleague, senior, manager, parent, other, social);
    }

    /// <summary>Who is barred in it.</summary>
    public Person Barred { get; }

    /// <summary>What happened, for whoever has to find out why it failed.</summary>
    public string Story => string.Join(", ", told);

    private bool IsBarred { get; set; }

    private string ToBarred => $"RCPT TO:<{Barred.Email!.Value}>";

    /// <summary>Enters everybody and asks for the time together.</summary>
    public async Task BeginAsync()
    {
        foreach (var person in new[] { worker, colleague, senior, manager, service, parent, other, social })
            (await house.Administrator.PutAsync($"/api/people/{person.Id}", person)).IsDone();
        OnCallList onCall = new([
            new(Role.SeniorManager, [new(senior.Id, false, [])]),
            new(Role.HomesManager, [new(manager.Id, false, [])]),
            new(Role.ServiceManager, [new(service.Id, false, [])]),
        ]);
        (await house.Administrator.PutAsync($"/api/homes/{home}", Registered.Oaks with { Id = home, OnCall = onCall })).IsDone();
        (await house.Administrator.PutAsync($"/api/children/{child.Id}", child)).IsDone();
        foreach (
            var key in new[]
            {
                AssessmentKey.ForChild(child.Id),
                AssessmentKey.ForWorker(worker.Id),
                AssessmentKey.ForPair(child.Id, worker.Id),
            }
        )
            await AgreeAsync(key);
        await As(worker).ReadAboutAsync(child);
        if (random.Next(3) == 0)
            house.Server.Mail.When(ToBarred, "451 try again later");
        var plan = house.Keywork with
        {
            Child = child.Id,
            Worker = worker.Id,
            Start = house.Now.AddMinutes(60),
            Safeguards = [new("The door stays open", worker.Id, Required: true)],
            Presence = new Presence.CloseBy(colleague.Id, "A colleague is next door"),
            Contact = new(ContactMethod.WorkPhone, colleague.Id),
            Inform = [colleague.Id],
        };
        var asked = await house
            .As(colleague)
            .PostAsync("/api/arrangements", random.Next(4) == 0 ? OverrideLinkTests.InTheBedroom(plan) : plan);
        id = asked.IsDone().Json.GetProperty("id").GetString()!;
    }

    /// <summary>Lets somebody do something, whether or not it is their turn.</summary>
    public async Task StepAsync()
    {
        var seen = await As(service).SeeAsync(id);
        (Person By, string What, object? Body)[] deeds = seen.Phase switch
        {
            "awaitingOverride" =>
            [
                (
                    Pick(manager, service),
                    "overrides",
                    new
                    {
                        findingId = "L-18",
                        allow = true,
                        details = "Her own room",
                        reasons = "She is ill",
                    }
                ),
            ],
            "awaitingApproval" =>
            [
                (Pick(manager, service), "approvals", new { seen.Digest, reasonClear = true }),
                (Pick(parent, other, social), "approvals", new { seen.Digest, reasonClear = true }),
                (Pick(parent, manager), "approvals", new { seen.Digest, reasonClear = true }),
            ],
            "approved" =>
            [
                (colleague, "notice", new { seen.Digest }),
                (worker, "start", new ArrangementCommand.Start(new([0]))),
                (worker, "start", new ArrangementCommand.Start(new([0]))),
            ],
            "active" =>
            [
                (worker, "help", null),
                (worker, "distress", new { what = "She cried" }),
                (worker, "check-ins", null),
                (worker, "finish", null),
            ],
            "awaitingCloseOut" => [(worker, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))],
            _ => [],
        };
        if (random.Next(12) == 0)
            deeds =
            [
                (colleague, "withdrawal", new { reason = "She would rather not" }),
                (worker, "decline", new { reason = "I am not the right person" }),
            ];
        if (deeds.Length == 0)
            return;
        var (by, what, body) = Pick(deeds);
        var reply = await As(by).DoAsync(id, what, body);
        Assert.True((int)reply.Status < 500, reply.Text);
        told.Add($"{seen.Phase}: {by.Id} {what} {(int)reply.Status}");
    }

    /// <summary>Bars the person. Nothing may be under way.</summary>
    public async Task BarAsync()
    {
        var read = (await house.Administrator.GetAsync($"/api/children/{child.Id}")).IsDone();
        var barred = child with { Barred = [new Bar(Barred.Id, "An allegation is looked into", house.Now)] };
        (await house.Administrator.PutAsync($"/api/children/{child.Id}", barred, read.ETag)).IsDone();
        mails = Mails().Length;
        IsBarred = true;
        // What could not be delivered to them before the bar would go through from now on.
        house.Server.Mail.Behave(ToBarred);
        told.Add($"{Barred.Id} barred after {mails} mails");
    }

    /// <summary>What must hold from then on, whatever happens.</summary>
    /// <returns>How many links of theirs were tried.</returns>
    public async Task<int> HoldsAsync()
    {
        if (!IsBarred)
            return 0;
        Assert.Equal(mails, Mails().Length);
        var before = await StateAsync();
        var links = Mails().Where(m => m.Links.Count > 0 && m.Code.Length > 0).DistinctBy(m => m.Links[0]).ToArray();
        foreach (var mail in links)
            await FindsNothingAsync(new(browser, mail.Links[0], mail.Code));
        var seen = await As(service).SeeAsync(id);
        await RefusesAsync("approvals", new { seen.Digest, reasonClear = true });
        await RefusesAsync("notice", new { seen.Digest });
        Assert.Equal(before, await StateAsync());
        if (seen.Phase is "awaitingOverride" or "awaitingApproval" or "approved")
        {
            Assert.DoesNotContain(seen.Approvals, approval => approval.By.Person == Barred.Id);
            Assert.DoesNotContain(seen.Overrides, decision => decision.By == Barred.Id);
        }
        return links.Length;
    }

    // What a worker says from a session is heard, barred or not, and shows nothing: HeardAnywayTests hold that.
    private string[] ActsThatFindNothing => Barred == worker ? [.. Acts.Except(["help", "distress", "check-in", "finish"])] : Acts;

    private async Task FindsNothingAsync(MailedLink link)
    {
        var address = link.Address.AbsoluteUri;
        var forged = await link.With(new(address[..(address.LastIndexOf('/') + 1)] + "forged")).LookAsync();
        List<LinkPage> pages = [await link.LookAsync(), await link.TypeAsync(link.WrongCode)];
        foreach (var act in ActsThatFindNothing)
            if (await link.DoAsync(act, Everything) is { Status: not HttpStatusCode.MethodNotAllowed } page)
                pages.Add(page);
        Assert.All(pages, page => Assert.Equal((HttpStatusCode.NotFound, forged.Html), (page.Status, page.Html)));
    }

    private async Task RefusesAsync(string what, object body)
    {
        var reply = await As(Barred).DoAsync(id, what, body);
        Assert.True((int)reply.Status is >= 400 and < 500, $"{what} was answered with {(int)reply.Status}.");
    }

    private async Task<string> StateAsync() =>
        (await As(service).GetAsync($"/api/arrangements/{id}")).IsDone().Text
        + (await As(service).GetAsync($"/api/arrangements/{id}/history?limit=200")).IsDone().Json.GetProperty("items").GetRawText();

    private ReceivedMail[] Mails() => [.. house.Server.Mail.Mails.Where(m => m.EnvelopeTo == Barred.Email!.Value)];

    private async Task AgreeAsync(AssessmentKey key)
    {
        (await As(colleague).PutAsync($"/api/assessments/{key}/proposal", AssessedFor(key))).IsDone();
        var read = (await As(manager).GetAsync($"/api/assessments/{key}")).IsDone();
        (await As(manager).PostAsync($"/api/assessments/{key}/agreement", new { outcome = "permit" }, ifMatch: read.ETag)).IsDone();
    }

    // The server bounds how many connections it keeps.
    private Api As(Person person) => signedIn.TryGetValue(person, out var api) ? api : signedIn[person] = house.As(person);

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
