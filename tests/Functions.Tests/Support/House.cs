using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Functions.Tests.Hosting;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Mail;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Support;

/// <summary>A small home on a deployment, with everybody an arrangement needs. People come in over HTTP, and read their mails.</summary>
internal sealed class House(Deployment site)
{
    public Deployment Site => site;

    public DateTimeOffset Now => site.Clock.GetUtcNow();

    /// <summary>An hour's keywork in the lounge, an hour from now, to which no rule objects.</summary>
    public Plan Keywork =>
        new()
        {
            Child = Cleo.Id,
            Worker = Wendy.Id,
            Purpose = Purpose.Keywork,
            Need = "Prepare what she wants to say at her review meeting",
            Place = new("Lounge", Setting.SharedRoom, Secluded: false, Exposure: Exposure.Supervised),
            Start = Now.AddHours(1),
            Length = TimeSpan.FromMinutes(20),
            Safeguards = [new("The door stays open", Wendy.Id, Required: true)],
            Presence = new Presence.CloseBy(Colin.Id, "Colin is in the kitchen next door"),
            Considerations = new("She is thirteen and asks for privacy", "She prefers a woman", "Nothing that stands against it"),
            SexualFeelings = SexualFeelingsDeclaration.No,
            Alternatives = new(false, false, "She asked to speak about it with one adult only"),
            Contact = new(ContactMethod.WorkPhone, Colin.Id),
            EngagedSign = false,
            FamilyContact = FamilyContact.None,
            PersonalNumbers = false,
            ChildsView = new(true, "Fine, if it is not too long"),
            Inform = [Colin.Id],
        };

    /// <summary>Enters everybody, and has the assessments written and agreed.</summary>
    public async Task FurnishAsync(TimeSpan? review = null)
    {
        var administrator = As("ada", Role.Administrator);
        (await administrator.PutAsync("/api/policy", new { })).IsDone();
        foreach (var person in Everybody.Where(p => p.Homes.IsEmpty || p.Homes[0] == Oak))
            (await administrator.PutAsync($"/api/people/{person.Id}", person)).IsDone();
        (await administrator.PutAsync($"/api/homes/{Oaks.Id}", Oaks)).IsDone();
        (await administrator.PutAsync($"/api/children/{Cleo.Id}", Cleo)).IsDone();
        await AssessAsync(AssessmentKey.ForChild(Cleo.Id), review);
        await AssessAsync(AssessmentKey.ForWorker(Wendy.Id));
        await AssessAsync(AssessmentKey.ForPair(Cleo.Id, Wendy.Id));
        await As(Wendy).ReadAboutAsync(Cleo);
    }

    public Api As(Person person) => As(person.Id.Value, [.. person.Roles]);

    /// <summary>Asked for by the colleague.</summary>
    /// <returns>The arrangement's id.</returns>
    public async Task<string> RequestedAsync(Plan? plan = null) =>
        (await As(Colin).PostAsync("/api/arrangements", plan ?? Keywork)).IsDone().As<ArrangementBrief>().Id.Value;

    /// <summary>Asked for, and approved by the homes manager and the parent, each by the link in their mail.</summary>
    public async Task<string> ApprovedAsync(Plan? plan = null)
    {
        var id = await RequestedAsync(plan);
        await DoAsync(Harriet, "Please decide", "decide", ("decision", "approve"), ("clear", "yes"));
        await DoAsync(Pat, "Please decide", "decide", ("decision", "approve"), ("clear", "yes"));
        return id;
    }

    /// <summary>Approved, and started by the worker's page as soon as its time has come; the colleague has read the notice.</summary>
    public async Task<string> StartedAsync(Plan? plan = null)
    {
        var id = await ApprovedAsync(plan);
        await DoAsync(Colin, "Please read", "");
        await StartAsync(id);
        return id;
    }

    public async Task StartAsync(string id)
    {
        var from = (await As(Wendy).SeeAsync(id)).Plan.Start.AddMinutes(-15);
        await Eventually.TrueAsync(() => Now > from, "the time to start came");
        await DoAsync(Wendy, "Your page", "start", ("safeguard", "0"));
    }

    /// <summary>Recorded by the worker's page, with nothing that gives cause to look.</summary>
    public Task CloseOutAsync() =>
        DoAsync(
            Wendy,
            "Your page",
            "close-out",
            ("summary", "Went through the plan; she chose two goals."),
            ("distressed", "no"),
            ("feelings", "No"),
            ("changed", "no"),
            ("numbers", "no"),
            ("private", "no"),
            ("contact", "no"),
            ("comfortable", "yes")
        );

    /// <summary>Waits until an arrangement looks so to the service manager.</summary>
    public Task<ArrangementView> SeesAsync(string id, Func<ArrangementView, bool> so, string what) =>
        Eventually.GetAsync(async () => await As(Sunil).SeeAsync(id) is var seen && so(seen) ? seen : null, what);

    public Task<ArrangementView> SeesPhaseAsync(string id, string phase) => SeesAsync(id, seen => seen.Phase == phase, $"{id} is {phase}");

    /// <summary>The newest mail to a person with this in its subject, as soon as it is there.</summary>
    public Task<MailMessage> MailAsync(Person to, string subject) =>
        Eventually.GetAsync(() => Mails(to, subject).LastOrDefault(), $"a mail about \"{subject}\" comes to {to.Id}");

    public IEnumerable<MailMessage> Mails(Person to, string subject) =>
        site.Mail.Sent.Where(m => m.To == to.Email && m.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase));

    /// <summary>Does something by the link and the code of that mail, as a browser does.</summary>
    public async Task<string> DoAsync(Person who, string subject, string act, params (string Name, string Value)[] fields)
    {
        var letter = Letter.Read(await MailAsync(who, subject));
        var form = fields.Append(("code", letter.Code)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var body = new FormUrlEncodedContent(form);
        var path = act.Length == 0 ? letter.Link.AbsolutePath : $"{letter.Link.AbsolutePath}/{act}";
        var answer = await site.Anonymous().PostAsync(new Uri(path, UriKind.Relative), body);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{act} was answered with {answer.StatusCode}: {page}");
        return page;
    }

    public Api As(string person, params Role[] roles) => new(site.As(person, roles), person);

    private async Task AssessAsync(AssessmentKey key, TimeSpan? review = null)
    {
        (await As(Colin).PutAsync($"/api/assessments/{key}/proposal", AssessedFor(key))).IsDone();
        var read = (await As(Harriet).GetAsync($"/api/assessments/{key}")).IsDone();
        var agreement = new Agreement(Outcome.Permit, ReviewDue: Now + review);
        (await As(Harriet).PostAsync($"/api/assessments/{key}/agreement", agreement, ifMatch: read.ETag)).IsDone();
    }
}
