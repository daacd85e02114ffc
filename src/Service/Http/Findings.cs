using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain.Guidance;

namespace OneToOne.Service.Http;

/// <summary>With which status findings refuse.</summary>
internal static class Findings
{
    // About who asks: nothing in the request can lift them.
    private static readonly FrozenSet<string> Who = FrozenSet.Create("who", "L-06", "G-14");

    // About the state it is in: the same request was, or will be, possible at another time.
    private static readonly FrozenSet<string> State = FrozenSet.Create(
        "phase",
        "notStarted",
        "window",
        "owned",
        "seat",
        "escalation",
        "drill",
        "digest",
        "overdue",
        "finding",
        "assessment",
        "retention"
    );

    /// <summary>Refuses.</summary>
    /// <param name="findings">At least one.</param>
    /// <returns>403 when it is about who asks, 409 when it is about the state, else 422; with the findings.</returns>
    public static IResult Refuse(ImmutableArray<Finding> findings) =>
        Refusal.Of(
            findings.Any(f => Who.Contains(f.Id)) ? StatusCodes.Status403Forbidden
                : findings.Any(f => State.Contains(f.Id)) ? StatusCodes.Status409Conflict
                : StatusCodes.Status422UnprocessableEntity,
            findings
        );

    /// <summary>Says that there is nothing, or nothing that the caller may know of; both look the same.</summary>
    /// <returns>404.</returns>
    public static IResult Nothing() => Refusal.Of(StatusCodes.Status404NotFound, "There is nothing here that you may see.");
}
