using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OneToOne.Domain.Guidance;

namespace OneToOne.Service.Http;

/// <summary>Answers a request that is refused: problem details (RFC 9457) with the findings that refuse it.</summary>
public static class Refusal
{
    /// <summary>The member of the problem details that holds the findings.</summary>
    public const string Findings = "findings";

    /// <summary>Refuses with findings.</summary>
    /// <param name="status">422 when the rules refuse, 409 when the state does not allow it, 400 when the request cannot be read.</param>
    /// <param name="findings">At least one.</param>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult Of(int status, params ImmutableArray<Finding> findings) =>
        TypedResults.Problem(
            statusCode: status,
            detail: string.Join(' ', findings.Select(finding => finding.Problem)),
            extensions: new Dictionary<string, object?> { [Findings] = findings.Select(FindingView.Of).ToArray() }
        );

    /// <summary>Refuses without a finding, such as with 404.</summary>
    /// <param name="status">The status.</param>
    /// <param name="detail">One plain sentence, without anything personal.</param>
    /// <returns>The answer.</returns>
    public static ProblemHttpResult Of(int status, string? detail = null) => TypedResults.Problem(statusCode: status, detail: detail);
}
