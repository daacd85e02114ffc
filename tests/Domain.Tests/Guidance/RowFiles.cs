using System.Text.RegularExpressions;
using OneToOne.Domain.Guidance;
using Judged = OneToOne.Domain.Guidance.Rules;

namespace OneToOne.Domain.Tests.Guidance;

/// <summary>Where the files of a row are: the rule's, and the test class named after it.</summary>
internal static partial class RowFiles
{
    private static readonly string[] Tables =
    [
        "Plan",
        "Ask",
        "Departure",
        "Child",
        "Training",
        "Working",
        "Reading",
        "Request",
        "Start",
        "CloseOut",
    ];

    /// <summary>The rule's files, from the root of the repository.</summary>
    public static IEnumerable<string> Rules(Duty duty) =>
        duty.Where.Select(file => (file.StartsWith("Service/", StringComparison.Ordinal) ? "src/" : "src/Domain/") + file);

    /// <summary>The test that goes through the API, from the root of the repository; null while there is none with a case in it.</summary>
    public static string? Test(Duty duty)
    {
        var file = $"tests/Standalone.Tests/Guidance/{duty.Id.Replace("-", "", StringComparison.Ordinal)}Tests.cs";
        return File.Exists(Repository.PathOf(file)) && Case().IsMatch(Repository.Read(file)) ? file : null;
    }

    /// <summary>Whether a file holds rules of one of the tables that judge a request, a start or a close-out record.</summary>
    public static bool IsInATable(string file) => Tables.Any(table => file == $"src/Domain/Guidance/{table}Rules.cs");

    /// <summary>The ids that those tables give their rules.</summary>
    public static IReadOnlySet<string> IdsOfTheTables()
    {
        var request = new RequestCase(Plans.Keywork, Registers.Colleague.Id, Plans.Known, Registers.Now);
        var start = new StartCase(Arrangements.Story.Noticed.State!, new([]), Plans.Known, Registers.Now);
        var bedroom = Plans.Keywork with { Place = Plans.Keywork.Place with { Setting = Domain.Arrangements.Setting.Bedroom } };
        return Judged
            .Answers(request)
            .Concat(Judged.AnswersUnplanned(request))
            .Concat(Judged.Answers(start))
            .Select(answer => answer.Id)
            // Nothing of an empty record is answered, so every rule of a record finds something.
            .Concat(Judged.Judge(new CloseOutCase(bedroom, new(), Plans.Known, Registers.Now)).Select(finding => finding.Id))
            .ToHashSet();
    }

    /// <summary>Whether a text mentions a row: G-03 in a finding, G03 as a function's name, G_03 in a test's name.</summary>
    public static Regex Mention(string id) => new($@"\b{id[0]}[-_]?{id[2..]}");

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\b", RegexOptions.Multiline)]
    private static partial Regex Case();
}
