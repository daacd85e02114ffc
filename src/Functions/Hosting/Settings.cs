using Microsoft.Extensions.Options;

namespace OneToOne.Functions.Hosting;

/// <summary>How settings are refused at start: with all that is wrong with a section at once, each by the setting's name.</summary>
internal static class Settings
{
    /// <summary>Refuses what has problems; a null is none.</summary>
    public static ValidateOptionsResult Check(params IEnumerable<string?> problems) =>
        problems.OfType<string>().ToList() is { Count: > 0 } all ? ValidateOptionsResult.Fail(all) : ValidateOptionsResult.Success;
}
