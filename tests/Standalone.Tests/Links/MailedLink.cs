using OneToOne.Domain.People;
using OneToOne.Service.Links;
using OneToOne.Service.Tests.Mail;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Links;

/// <summary>The link of a mail and its code, used as its recipient uses it: a browser without an account, a cookie or a script.</summary>
internal sealed class MailedLink(HttpClient browser, Uri address, string code)
{
    public Uri Address => address;

    public string Code => code;

    /// <summary>The link of the newest mail to a person with this in its subject.</summary>
    public static async Task<MailedLink> FindAsync(OakHouse house, Person to, string subject)
    {
        var mail = (await MailsAsync(house, to)).LastOrDefault(m => m.Subject.Contains(subject, StringComparison.Ordinal));
        Assert.True(mail is not null, $"No mail about \"{subject}\" came to {to.Id}.");
        Assert.Equal(mail.Links[0], mail.HtmlLinks[0]);
        return new(house.Server.Anonymous(), mail.Links[0], mail.Code);
    }

    /// <summary>All mails to a person so far, when nothing is under way any more.</summary>
    public static async Task<ReceivedMail[]> MailsAsync(OakHouse house, Person to)
    {
        await house.Server.PassAsync(TimeSpan.Zero);
        return [.. house.Server.Mail.Mails.Where(m => m.EnvelopeTo == to.Email!.Value)];
    }

    /// <summary>Another well-formed code.</summary>
    public string WrongCode
    {
        get
        {
            while (true)
                if (LinkCode.Create().Shown is var other && other.Replace(" ", "", StringComparison.Ordinal) != code)
                    return other;
        }
    }

    public MailedLink With(Uri other) => new(browser, other, code);

    public Task<LinkPage> LookAsync() => SendAsync(HttpMethod.Get, "", null);

    public Task<LinkPage> HeadAsync() => SendAsync(HttpMethod.Head, "", null);

    /// <summary>Opens the link with its code.</summary>
    public Task<LinkPage> OpenAsync() => DoAsync("");

    public Task<LinkPage> TypeAsync(string typed) => TapAsync("", ("code", typed));

    /// <summary>Does something with the right code.</summary>
    public Task<LinkPage> DoAsync(string act, params (string Name, string Value)[] fields) => TapAsync(act, [("code", code), .. fields]);

    /// <summary>Opens the link and sends one of the page's forms.</summary>
    public async Task<LinkPage> AnswerAsync(string act, params (string Name, string Value)[] fields) =>
        await AnswerAsync(await OpenAsync(), act, fields);

    /// <summary>Sends one of the forms of a page, with what stands in it already.</summary>
    public Task<LinkPage> AnswerAsync(LinkPage opened, string act, params (string Name, string Value)[] fields)
    {
        var form = opened.Forms.Single(form => form.Action.EndsWith($"/{act}", StringComparison.Ordinal)).Values;
        return TapAsync(
            act,
            [.. form.Where(value => fields.All(field => field.Name != value.Key)).Select(value => (value.Key, value.Value)), .. fields]
        );
    }

    /// <summary>Does something with exactly these fields.</summary>
    public Task<LinkPage> TapAsync(string act, params (string Name, string Value)[] fields) =>
        SendAsync(
            HttpMethod.Post,
            act.Length == 0 ? "" : $"/{act}",
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))
        );

    public async Task<LinkPage> SendAsync(HttpMethod method, string rest, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(address.AbsoluteUri + rest)) { Content = content };
        return await LinkPage.ReadAsync(await browser.SendAsync(request));
    }
}
