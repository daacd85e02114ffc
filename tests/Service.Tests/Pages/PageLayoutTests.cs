using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using OneToOne.Service.Mail;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Tests.Http;

namespace OneToOne.Service.Tests.Pages;

public sealed class PageLayoutTests
{
    private static readonly FormErrors Faults = new(new FieldError("decision", "Choose yes or no."), new FieldError("why", "Say why."));

    [Fact]
    public async Task A_page_keeps_the_rules_that_every_page_keeps() => Assert.Empty((await ShowAsync(new { })).Problems());

    [Fact]
    public async Task A_page_with_faults_keeps_them_too()
    {
        var page = await ShowAsync(new { Errors = Faults });

        Assert.Empty(page.Problems());
        Assert.Contains("<title>Error: Please decide</title>", page.Html, StringComparison.Ordinal);
        Assert.Equal(["#decision", "#why"], page.Of("a").Select(a => a["href"]));
        Assert.Equal(["true", "true", "true"], page.Tags.Select(tag => tag["aria-invalid"]).OfType<string>());
    }

    [Fact]
    public async Task A_field_is_explained_by_its_hint_and_its_fault()
    {
        var page = await ShowAsync(new { Errors = new FormErrors(new FieldError("code", "This code is not right.")) });

        Assert.Equal("code-hint code-error", page.Of("input").Single(i => i["name"] == "code")["aria-describedby"]);
        Assert.Null(page.Of("textarea").Single()["aria-describedby"]);
    }

    [Fact]
    public async Task Nothing_is_chosen_beforehand()
    {
        var page = await ShowAsync(new { });

        Assert.Equal(2, page.Of("input").Count(i => i["type"] == "radio"));
        Assert.DoesNotContain(page.Tags, tag => tag.Attributes.ContainsKey("checked"));
    }

    [Fact]
    public async Task What_somebody_chose_and_wrote_is_still_there_when_the_form_comes_back_but_not_the_code()
    {
        var page = await ShowAsync(
            new
            {
                Errors = Faults,
                Chosen = "refuse",
                Written = "Her word: \"לא\" <b>\n& more",
            }
        );

        Assert.Equal("refuse", Assert.Single(page.Tags, tag => tag.Attributes.ContainsKey("checked"))["value"]);
        Assert.Equal("Her word: \"לא\" <b>\n& more", page.Of("input").Single(i => i["name"] == "by")["value"]);
        Assert.Contains("Her word: \"לא\" <b>\n& more", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Tags, tag => tag.Name == "b");
        Assert.Null(page.Of("input").Single(i => i["name"] == "code")["value"]);
    }

    [Fact]
    public async Task Words_of_any_direction_stand_in_their_own()
    {
        var page = await ShowAsync(new { });

        Assert.All(page.Tags.Where(tag => tag["name"] is "by" or "why"), tag => Assert.Equal("auto", tag["dir"]));
    }

    [Fact]
    public async Task Every_page_says_when_no_mail_leaves_this_machine()
    {
        Assert.Contains(MailStatus.Warning, (await ShowAsync(new { }, ("Mail:Folder", "mails"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(MailStatus.Warning, (await ShowAsync(new { })).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/nowhere", 404)]
    public async Task So_do_the_first_page_and_the_page_for_what_is_not_there(string path, int status)
    {
        await using var folder = new PipelineHost(null, ("Mail:Folder", "mails"));
        await using var smtp = new PipelineHost();

        var warned = await folder.SendAsync("GET", path, null, null, ("Accept", "text/html"));
        var calm = await smtp.SendAsync("GET", path, null, null, ("Accept", "text/html"));

        Assert.Equal((status, status), (warned.Status, calm.Status));
        Assert.Empty(new Markup(warned.Body).Problems());
        Assert.Contains(MailStatus.Warning, new Markup(warned.Body).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(MailStatus.Warning, new Markup(calm.Body).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_sets_no_cookie_and_is_kept_by_nobody()
    {
        await using var host = Host(new { });

        var reply = await host.SendAsync("GET", "/l/sample");

        Assert.Equal(200, reply.Status);
        Assert.False(reply.Headers.ContainsKey("Set-Cookie"));
        Assert.Equal("no-store", reply.Headers.CacheControl);
        Assert.Equal("no-referrer", reply.Headers["Referrer-Policy"]);
        Assert.Contains("default-src 'none'; style-src 'self'", reply.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("text/html", reply.Headers.ContentType.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Markup> ShowAsync(object parameters, params (string, string)[] settings)
    {
        await using var host = Host(parameters, settings);
        var reply = await host.SendAsync("GET", "/l/sample");
        Assert.True(reply.Status == 200, string.Join("\n", host.Logs.Lines));
        return new(reply.Body);
    }

    private static PipelineHost Host(object parameters, params (string, string)[] settings) =>
        new(routes => routes.MapGet("/l/sample", () => new RazorComponentResult<SamplePage>(parameters)).AllowAnonymous(), settings);
}
