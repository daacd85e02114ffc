using System.Text.RegularExpressions;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Tests.Guidance;

/// <summary>Where the files of a row are: the rule's, and the test class named after it.</summary>
internal static partial class RowFiles
{
    /// <summary>The rule's files, from the root of the repository.</summary>
    public static IEnumerable<string> Rules(Duty duty) =>
        duty.Where.Select(file => (file.StartsWith("Service/", StringComparison.Ordinal) ? "src/" : "src/Domain/") + file);

    /// <summary>The test that goes through the API, from the root of the repository; null while there is none with a case in it.</summary>
    public static string? Test(Duty duty)
    {
        var file = $"tests/Standalone.Tests/Guidance/{duty.Id.Replace("-", "", StringComparison.Ordinal)}Tests.cs";
        return File.Exists(Repository.PathOf(file)) && Case().IsMatch(Repository.Read(file)) ? file : null;
    }

    /// <summary>Whether a text mentions a row: G-03 in a finding, G03 as a function's name, G_03 in a test's name.</summary>
    public static Regex Mention(string id) => new($@"\b{id[0]}[-_]?{id[2..]}");

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\b", RegexOptions.Multiline)]
    private static partial Regex Case();
}
