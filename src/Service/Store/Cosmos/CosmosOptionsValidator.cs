using Microsoft.Extensions.Options;

namespace OneToOne.Service.Store.Cosmos;

/// <summary>Refuses to start with settings that could not reach a store, and names the setting.</summary>
internal sealed class CosmosOptionsValidator : IValidateOptions<CosmosOptions>
{
    public ValidateOptionsResult Validate(string? name, CosmosOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(CosmosOptions options)
    {
        if (options.AccountEndpoint is not { } endpoint)
            yield return "Cosmos:AccountEndpoint is missing: the account's address, such as https://one-to-one.documents.azure.com/.";
        else if (
            !endpoint.IsAbsoluteUri
            || (endpoint.Scheme != Uri.UriSchemeHttps && !(endpoint.IsLoopback && endpoint.Scheme == Uri.UriSchemeHttp))
        )
            yield return "Cosmos:AccountEndpoint is not an https address (http is for an emulator on this machine).";
        else if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0)
            yield return "Cosmos:AccountEndpoint is more than an address: no key belongs into it.";
        if (options.Database.Length is 0 or > 255 || options.Database.AsSpan().IndexOfAny(@"/\?#") >= 0)
            yield return @"Cosmos:Database has 1 to 255 characters, none of / \ ? #.";
        if (options.TimeoutSeconds is not (> 0 and <= 60))
            yield return "Cosmos:TimeoutSeconds is not above 0 and at most 60.";
    }
}
