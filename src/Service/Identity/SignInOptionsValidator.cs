using Microsoft.Extensions.Options;

namespace OneToOne.Service.Identity;

/// <summary>Refuses to start with settings under which nobody, or anybody, could sign in.</summary>
internal sealed class SignInOptionsValidator(IEnumerable<LocalKey> localKeys) : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(SignInOptions options)
    {
        if (options.Authority is null && !localKeys.Any())
            yield return "Identity:Authority is missing: name the identity provider.";
        if (options.Authority is not null && !IsSafe(options.Authority))
            yield return "Identity:Authority is not an https address (http is only for a provider on this machine).";
        if (options.Authority is not null && string.IsNullOrWhiteSpace(options.Audience))
            yield return "Identity:Audience is missing: without it, a token for any other application would be accepted.";
        if (string.IsNullOrWhiteSpace(options.SubjectClaim))
            yield return "Identity:SubjectClaim is empty.";
        if (string.IsNullOrWhiteSpace(options.RoleClaim))
            yield return "Identity:RoleClaim is empty.";
    }

    private static bool IsSafe(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
