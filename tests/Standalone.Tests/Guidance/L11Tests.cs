using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Guidance.Assessing;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class L11Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string History = "Zanzibar is what she called it when she withdrew it";
    private const string Alleged = "Yokohama is where her uncle lives";

    private static readonly AssessmentContent Told = With(s =>
        s with
        {
            AllegationsOfAbuse = new AllegationsOfAbuse.Yes(new(2026, 1, 12), Alleged),
            HistoryOfMakingAllegations = new HistoryOfMakingAllegations.Yes(new(2026, 1, 13), History),
        }
    );

    [Fact]
    public async Task It_is_answered_on_its_own_and_silence_is_no_answer()
    {
        var key = await house.NewChildAsync();

        var silent = await house.TryAgreeAsync(key, Told with { Child = Told.Child! with { HistoryOfMakingAllegations = null } });
        silent.IsRefused(HttpStatusCode.UnprocessableEntity, "L-11");
        Assert.Equal("content.child.historyOfMakingAllegations", Assert.Single(silent.Fields));

        var alone = With(s => s with { HistoryOfMakingAllegations = Told.Child!.HistoryOfMakingAllegations });
        (await house.TryAgreeAsync(key, alone)).IsDone();
        var version = (await house.HomesManager.ReadAsync(key)).InForce!;
        Assert.IsType<AllegationsOfAbuse.No>(version.Content.Child!.AllegationsOfAbuse);
        Assert.Equal(TimeSpan.FromDays(28), version.ReviewDue - version.AgreedAt);
    }

    [Fact]
    public async Task Managers_and_its_author_read_it_and_nobody_else()
    {
        var key = AssessmentKey.ForChild(Cleo.Id);
        await using var own = await OakHouse.OpenAsync(house.Now);
        (await own.TryAgreeAsync(key, Told, by: own.Senior)).IsDone();

        foreach (var reader in new[] { own.Senior, own.HomesManager, own.ServiceManager, own.Colleague })
            Assert.Contains(History, (await reader.GetAsync(key.Address())).IsDone().Text, StringComparison.Ordinal);
        foreach (var other in new[] { own.Worker, own.Inspector })
        {
            var answer = (await other.GetAsync(key.Address())).IsDone();
            Assert.DoesNotContain(History, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Alleged, answer.Text, StringComparison.Ordinal);
            Assert.Equal(["L-10", "L-11"], answer.As<AssessmentView>().InForce!.Answers.Intersect(["L-10", "L-11"]));
        }
        foreach (var outside in new[] { own.Parent, own.SocialWorker, own.Stranger, own.Administrator })
            (await outside.GetAsync(key.Address())).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_writes_the_next_content_is_not_shown_what_others_wrote_before()
    {
        var key = AssessmentKey.ForChild(Cleo.Id);
        await using var own = await OakHouse.OpenAsync(house.Now);
        (await own.TryAgreeAsync(key, Told)).IsDone();

        var written = await own.Worker.PutAsync(key.Address() + "/proposal", AssessedChild);

        Assert.Equal(AssessedChild.Child, written.IsDone().As<AssessmentView>().Proposed!.Child);
        Assert.DoesNotContain(History, written.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(History, (await own.Worker.GetAsync(key.Address())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_mail_and_no_page_says_it_from_the_request_to_the_closed_record()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        (await own.TryAgreeAsync(AssessmentKey.ForChild(Cleo.Id), Told)).IsDone();
        await own.Server.PassAsync(TimeSpan.FromDays(7));
        var id = await own.RequestedAsync();
        foreach (var (person, subject) in new[] { (Pat, "decide"), (Harriet, "decide") })
            await SaysNothingAsync(await MailedLink.FindAsync(own, person, subject));
        await OakHouse.ApproveAsync(id, own.HomesManager);
        await OakHouse.ApproveAsync(id, own.Parent);
        foreach (var reader in new[] { own.Parent, own.Worker, own.Inspector, own.HomesManager })
        {
            var said = (await reader.GetAsync($"/api/arrangements/{id}")).IsDone().Text;
            if (reader.Person != Pat.Id.Value)
                said += (await reader.GetAsync($"/api/arrangements/{id}/history")).IsDone().Text;
            Assert.DoesNotContain(History, said, StringComparison.Ordinal);
            Assert.DoesNotContain(Alleged, said, StringComparison.Ordinal);
        }
        await own.Server.PassAsync(TimeSpan.FromDays(22));

        Assert.Contains(own.Server.Mail.Mails, mail => mail.Subject.Contains("must be reviewed", StringComparison.Ordinal));
        Assert.All(
            own.Server.Mail.Mails,
            mail =>
            {
                Assert.DoesNotContain("Zanzibar", mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("Yokohama", mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("allegation", mail.Subject + mail.Text + mail.Html, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    private static async Task SaysNothingAsync(MailedLink link) =>
        (await link.OpenAsync()).Is(HttpStatusCode.OK).Hides("Zanzibar", "Yokohama", "allegation");
}
