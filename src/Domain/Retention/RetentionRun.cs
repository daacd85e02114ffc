using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OneToOne.Domain.Retention;

/// <summary>A disposal run of a home: proposed by one person, approved by another, then carried out by the clock, record by record.</summary>
public sealed record RetentionRun
{
    /// <summary>The most records of one run.</summary>
    public const int MostRecords = 500;

    /// <summary>Its id.</summary>
    public required RetentionRunId Id { get; init; }

    /// <summary>The home.</summary>
    public required HomeId Home { get; init; }

    /// <summary>Who proposed it.</summary>
    public required PersonId ProposedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>What it is about, in the order in which it is done; a child's own record comes after all others about that child.</summary>
    public required ImmutableArray<RetainedRecord> Records { get; init; }

    /// <summary>The children who are not among them because what their time is reckoned by was changed too recently; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<WaitingChild>? Waiting { get; init; }

    /// <summary>The children who are not among them because something held about them cannot be read: a newer version of the program has written to it; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ChildId>? Unreadable { get; init; }

    /// <summary>By what dates it is reckoned: read from the register whenever a run is shown to a head, and never stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ReckonedChild>? Reckoned { get; init; }

    /// <summary>Who approved it; null until somebody does.</summary>
    public RunApproval? Approval { get; init; }

    /// <summary>What became of each record, in the order of <see cref="Records"/>, as far as the run has come.</summary>
    public ImmutableArray<RecordFate> Fates { get; init; } = [];

    /// <summary>When it was over; null until then.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Whether there is something left to do.</summary>
    public bool IsUnderWay => Approval is not null && CompletedAt is null;
}

/// <summary>One record that a run is about: ids only.</summary>
/// <param name="Type">Its type, such as <c>arrangement</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Child">The child that it is about.</param>
/// <param name="RetainUntil">The last day on which it had to be kept, when the run was proposed.</param>
public sealed record RetainedRecord(string Type, string Id, ChildId Child, DateOnly RetainUntil);

/// <summary>That a run may be carried out.</summary>
/// <param name="By">Who approved it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record RunApproval(PersonId By, string Reason, DateTimeOffset At);

/// <summary>What approving a run looks at besides the run and who approves.</summary>
/// <param name="HasPart">Whether whoever approves has a part of their own in what is recorded about one of its children.</param>
/// <param name="Waiting">The children of the run whose dates were changed too recently.</param>
/// <param name="Unreadable">The children of the run about whom not everything can be read.</param>
public sealed record RunFacts(bool HasPart, ImmutableArray<WaitingChild> Waiting, ImmutableArray<ChildId> Unreadable);

/// <summary>What became of one record of a run.</summary>
/// <param name="At">When.</param>
/// <param name="Kept">Why it was kept after all; null when it was disposed of.</param>
public sealed record RecordFate(DateTimeOffset At, KeptBecause? Kept);

/// <summary>What happens to a run.</summary>
public abstract record RetentionRunEvent
{
    private RetentionRunEvent() { }

    /// <summary>It was proposed.</summary>
    /// <param name="Run">The run.</param>
    public sealed record RunProposed(RetentionRun Run) : RetentionRunEvent;

    /// <summary>It was approved.</summary>
    /// <param name="By">Who approved it.</param>
    /// <param name="Reason">Why.</param>
    public sealed record RunApproved(PersonId By, string Reason) : RetentionRunEvent;

    /// <summary>The next record was disposed of, or kept after all.</summary>
    /// <param name="Kept">Why it was kept; null when it was disposed of.</param>
    public sealed record RecordDone(KeptBecause? Kept) : RetentionRunEvent;

    /// <summary>Every record is done, and the store's own files hold none of it any more.</summary>
    public sealed record RunCompleted : RetentionRunEvent;
}
