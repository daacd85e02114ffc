using OneToOne.Domain;

namespace OneToOne.Service.Records;

/// <summary>That a record's content was disposed of, when the time to keep it was over. Stands in its document, and as the last entry of its history.</summary>
/// <param name="Run">The disposal run that did it.</param>
/// <param name="At">When.</param>
public sealed record Disposed(RetentionRunId Run, DateTimeOffset At)
{
    /// <summary>How the entry names itself in a history, beside the events of records.</summary>
    internal const string EventType = "disposed";
}

/// <summary>Somebody asks for a record whose content has been disposed of.</summary>
public sealed class RecordDisposedException()
    : Exception("This record was kept as long as it had to be and then disposed of. What is left only shows that it was there.");
