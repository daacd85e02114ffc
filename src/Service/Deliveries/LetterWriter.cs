using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneToOne.Domain.People;
using OneToOne.Service.Letters;
using OneToOne.Service.Mail;

namespace OneToOne.Service.Deliveries;

/// <summary>Writes the mail for a letter, as text and as HTML. The same letter is always the same mail.</summary>
/// <param name="services">Makes what components are rendered with, anew for each mail: the host checks that nobody keeps it.</param>
/// <param name="logging">Where the renderer logs.</param>
public sealed class LetterWriter(IServiceScopeFactory services, ILoggerFactory logging)
{
    internal const string KeepIt = "Keep this mail to yourself: whoever has its link and its code can answer in your place.";

    /// <summary>Writes a mail.</summary>
    /// <param name="id">The mail's id.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="letter">What it says.</param>
    /// <returns>The mail.</returns>
    public async Task<MailMessage> WriteAsync(string id, EmailAddress to, Letter letter)
    {
        var words = LetterWords.Of(letter);
        return new(id, to, words.Subject, Text(letter, words), await HtmlAsync(letter));
    }

    internal static string Until(Letter letter) => $"The link works until {HomeTime.Moment(letter.ExpiresAt!.Value, letter.TimeZone)}.";

    private async Task<string> HtmlAsync(Letter letter)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logging);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LetterHtml.Letter)] = letter });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<LetterHtml>(parameters)).ToHtmlString()
        );
    }

    private static string Text(Letter letter, LetterWords words)
    {
        var text = new StringBuilder().Append(words.Subject).Append("\n\n");
        foreach (var paragraph in words.Says)
            text.Append(paragraph).Append("\n\n");
        if (letter is { Link: { } link, Code: { } code })
            text.Append(
                CultureInfo.InvariantCulture,
                $"{words.Button}:\n{link.AbsoluteUri}\n\nThe page asks for your code: {code}\n{Until(letter)}\n\n"
            );
        if (words.Otherwise is { } otherwise)
            text.Append(CultureInfo.InvariantCulture, $"If nobody answers: {otherwise}\n\n");
        if (letter.Link is not null)
            text.Append(KeepIt).Append('\n');
        return text.ToString();
    }
}
