using System.Net;
using OneToOne.Domain.Children;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Service.Concerns;
using OneToOne.Service.Http;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Concerns.ConcernLifeTests;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Concerns;

public sealed class ConcernSightTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly ConcernReport AboutHarriet = new(Cleo.Id, ConcernKind.Allegation, "Harriet shouted at her", Harriet.Id);
    private static readonly ConcernReport AboutWendy = AboutHarriet with { About = Wendy.Id, What = "Wendy shouted at her" };

    [Fact]
    public async Task A_manager_finds_nothing_of_a_concern_about_them_not_even_where_it_would_be()
    {
        await using var own = await OakHouse.OpenAsync(Monday);
        var theirs = new List<string>();
        foreach (var report in new[] { AboutHarriet, AboutWendy, AboutHarriet, AboutHarriet, AboutWendy, AboutHarriet })
        {
            var id = await ReportedAsync(own.Colleague, report);
            if (report == AboutHarriet)
                theirs.Add(id);
            await own.Server.PassAsync(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("1 1", await PagesAsync(own.HomesManager));
        Assert.Equal("1 1 1 1 1 1", await PagesAsync(own.ServiceManager));
        foreach (var id in theirs)
        {
            foreach (var what in new[] { "", "history" })
                (await own.HomesManager.GetAsync(To(id, what))).Is(HttpStatusCode.NotFound);
            foreach (var what in new[] { "acknowledgement", "addenda", "outcome", "referral" })
                (await own.HomesManager.PostAsync(To(id, what), "{}")).Is(HttpStatusCode.NotFound);
        }
        Assert.Equal(2, own.Server.Mail.Mails.Count(mail => mail.EnvelopeTo.Contains("harriet", StringComparison.Ordinal)));
        var taken = await own.HomesManager.GetAsync("/api/inspection?home=oak&from=2026-03-01&to=2026-03-03");
        Assert.All(theirs, id => Assert.DoesNotContain(id, taken.IsDone().Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_stands_in_for_a_manager_sees_the_others_and_not_the_one_about_them()
    {
        await using var own = await OakHouse.OpenAsync(Monday);
        var wendy = (await own.Administrator.GetAsync("/api/people/wendy")).IsDone();
        var senior = wendy.As<Person>() with { Roles = [Role.Worker, Role.SeniorManager] };
        (await own.Administrator.PutAsync("/api/people/wendy", senior, wendy.ETag)).IsDone();
        var read = await own.Administrator.GetAsync("/api/homes/oak");
        var levels = read.As<Home>()
            .OnCall.Levels.Select(level =>
                level.Role == Role.HomesManager ? level with { People = level.People.Add(new(Wendy.Id, true, [])) } : level
            );
        (await own.Administrator.PutAsync("/api/homes/oak", read.As<Home>() with { OnCall = new([.. levels]) }, read.ETag)).IsDone();

        var theirs = await ReportedAsync(own.Colleague, AboutWendy);
        await ReportedAsync(own.Colleague, AboutWendy with { About = Colin.Id });
        await own.Server.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("1", await PagesAsync(own.Worker));
        (await own.Worker.GetAsync(To(theirs))).Is(HttpStatusCode.NotFound);
        Assert.Equal([Harriet.Id], (await own.HomesManager.GetAsync(To(theirs))).As<ConcernView>().Told.AsEnumerable());
    }

    [Fact]
    public async Task Nobody_barred_for_the_child_is_told_or_sees_it()
    {
        await using var own = await OakHouse.OpenAsync(Monday);
        var read = await own.Administrator.GetAsync("/api/children/cleo");
        var barred = read.As<Child>() with { Barred = [new Bar(Harriet.Id, "An allegation is looked into", Monday)] };
        (await own.ServiceManager.PutAsync("/api/children/cleo", barred, read.ETag)).IsDone();

        var id = await ReportedAsync(own.Colleague, AboutWendy);
        await own.Server.PassAsync(TimeSpan.FromHours(3));

        Assert.Empty(await PagesAsync(own.HomesManager));
        (await own.HomesManager.GetAsync(To(id))).Is(HttpStatusCode.NotFound);
        Assert.DoesNotContain(own.Server.Mail.Mails, mail => mail.EnvelopeTo.Contains("harriet", StringComparison.Ordinal));
        Assert.Equal([Sunil.Id], (await own.ServiceManager.GetAsync(To(id))).As<ConcernView>().Told.AsEnumerable());
    }

    [Fact]
    public async Task Those_that_stand_somewhere_are_listed_alone()
    {
        await using var own = await OakHouse.OpenAsync(Monday);
        var first = await ReportedAsync(own.Colleague, AboutWendy);
        await ReportedAsync(own.Colleague, AboutWendy);
        (await own.HomesManager.PostAsync(To(first, "acknowledgement"))).IsDone();

        foreach (var stage in new[] { "received", "acknowledged" })
            Assert.Equal("1", await PagesAsync(own.HomesManager, $"&stage={stage}"));
        Assert.Empty(await PagesAsync(own.HomesManager, "&stage=closed"));
        (await own.HomesManager.GetAsync("/api/concerns?home=oak&stage=open")).Is(HttpStatusCode.BadRequest);
    }

    // How many entries each page has, one asked for at a time; a last page without any counts only if there are others.
    private static async Task<string> PagesAsync(Api by, string filter = "")
    {
        var counts = new List<int>();
        for (string? next = ""; next is not null; )
        {
            var page = (await by.GetAsync($"/api/concerns?home=oak&limit=1{filter}&continuation={Uri.EscapeDataString(next)}")).IsDone();
            var read = page.As<Page<ConcernView>>();
            if (read.Items.Length > 0 || counts.Count > 0)
                counts.Add(read.Items.Length);
            next = read.Continuation;
        }
        return string.Join(' ', counts);
    }
}
