using Microsoft.Extensions.Options;
using OneToOne.Domain.People;

namespace OneToOne.Functions.Mail;

/// <summary>Refuses to start with settings that could not deliver a mail, and names the setting.</summary>
internal sealed class AzureMailOptionsValidator : IValidateOptions<AzureMailOptions>
{
    public ValidateOptionsResult Validate(string? name, AzureMailOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(AzureMailOptions options)
    {
        if (!EmailAddress.TryParse(options.From, out _))
            yield return "Mail:From is missing or not a bare e-mail address such as one-to-one@example.org.";
        if (options.Azure.Endpoint is not { IsAbsoluteUri: true, Scheme: "https" })
            yield return "Mail:Azure:Endpoint is not an https address such as https://name.communication.azure.com.";
    }
}
