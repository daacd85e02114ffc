using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneToOne.Domain.Approvals;

namespace OneToOne.Domain.Sessions;

/// <summary>What allows a session: the approvals, or a permitted unplanned start whose review is owed.</summary>
public abstract record SessionBasis
{
    private SessionBasis() { }

    /// <summary>An approved arrangement.</summary>
    /// <param name="Round">The round that was met.</param>
    public sealed record Approved(ApprovalRound Round) : SessionBasis;

    /// <summary>An unplanned start that the child's assessment permits.</summary>
    /// <param name="ColleagueTold">Who was told at once, by name.</param>
    public sealed record Unplanned(PersonId ColleagueTold) : SessionBasis;
}

/// <summary>A session under way, or as it was when it ended.</summary>
public sealed record Session
{
    /// <summary>What allows it.</summary>
    public required SessionBasis Basis { get; init; }

    /// <summary>Whether it rests on the approvals of a standing agreement, and none of its own.</summary>
    [JsonIgnore]
    public bool IsUnderAgreement => Basis is SessionBasis.Approved { Round.Under: not null };

    /// <summary>When the worker pressed start.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it is expected to end, with all extensions.</summary>
    public required DateTimeOffset ExpectedEnd { get; init; }

    /// <summary>When we last heard that all is well.</summary>
    public required DateTimeOffset LastContact { get; init; }

    /// <summary>How much the worker has extended it so far.</summary>
    public TimeSpan ExtendedByWorker { get; init; }

    /// <summary>Whether the worker was asked to check in since the last contact.</summary>
    public bool CheckInAsked { get; init; }

    /// <summary>Whether the worker was reminded of the expected end.</summary>
    public bool EndReminded { get; init; }

    /// <summary>Why it can no longer be extended: something it rests on has lapsed; null while nothing has.</summary>
    public string? ExtensionBarred { get; init; }

    /// <summary>Whether distress was reported in the session (G-23).</summary>
    public bool DistressReported { get; init; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>A session that begins.</summary>
    /// <param name="basis">What allows it.</param>
    /// <param name="length">How long it is planned to take.</param>
    /// <param name="at">When the worker pressed start.</param>
    /// <returns>The session.</returns>
    public static Session Begin(SessionBasis basis, TimeSpan length, DateTimeOffset at) =>
        new()
        {
            Basis = basis,
            StartedAt = at,
            ExpectedEnd = at + length,
            LastContact = at,
        };

    /// <summary>The session when it takes longer.</summary>
    /// <param name="by">How much longer.</param>
    /// <param name="byWorker">Whether the worker says so: a manager who extends from a desk has not heard that all is well.</param>
    /// <param name="at">When it was said.</param>
    /// <returns>The session.</returns>
    public Session Extend(TimeSpan by, bool byWorker, DateTimeOffset at)
    {
        var longer = this with { ExpectedEnd = ExpectedEnd + by, EndReminded = false };
        return byWorker ? longer with { ExtendedByWorker = ExtendedByWorker + by, LastContact = at, CheckInAsked = false } : longer;
    }
}
