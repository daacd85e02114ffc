using System.Text.Json;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Json;

namespace OneToOne.Service.Http;

/// <summary>Says what is wrong with a JSON body in our own words; the serializer's would name our types.</summary>
internal static class BadJson
{
    private const string MissingMembers = "missing required properties including: ";

    public static Finding Explain(JsonException exception)
    {
        var (problem, lift) = Words(exception);
        return new("json", DutyKind.Hard, problem, lift, exception.Path);
    }

    private static (string Problem, string Lift) Words(JsonException exception) =>
        exception switch
        {
            UnreadableValueException => (exception.Message, "Mend the value."),
            { InnerException: JsonException } => (
                "The body is not well-formed JSON, or is nested too deeply.",
                $"Look at line {exception.LineNumber + 1} of the body."
            ),
            _ when exception.Message.Contains(MissingMembers, StringComparison.Ordinal) => (
                $"Missing: {MissingFrom(exception.Message)}",
                "Add what is missing; null is an answer only where the description of the API allows it."
            ),
            _ when exception.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) => (
                "There is no such member here.",
                "Leave it out, or mend its name; upper and lower case matter."
            ),
            _ when exception.Message.StartsWith("Duplicate property", StringComparison.Ordinal) => (
                "A member is given twice.",
                "Give it once."
            ),
            _ => ("The value is not of the kind that is asked here.", "Look at /openapi/v1.json for what is asked."),
        };

    // The list ends with the sentence; names of members have no dot.
    private static string MissingFrom(string message)
    {
        var names = message[(message.IndexOf(MissingMembers, StringComparison.Ordinal) + MissingMembers.Length)..];
        return names[..(names.IndexOf('.', StringComparison.Ordinal) + 1)];
    }
}
