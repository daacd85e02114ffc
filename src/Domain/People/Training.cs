namespace OneToOne.Domain.People;

/// <summary>What became of a training that was offered.</summary>
public enum TrainingAnswer
{
    /// <summary>Offered, not answered yet.</summary>
    Awaited,

    /// <summary>Completed.</summary>
    Completed,

    /// <summary>Declined.</summary>
    Declined,
}

/// <summary>One training or guidance offered to a person (G-07).</summary>
/// <param name="Topic">What it is about, such as an area of the workplace.</param>
/// <param name="OfferedOn">The day it was offered.</param>
/// <param name="Answer">What became of it.</param>
/// <param name="AnsweredOn">The day it was completed or declined; null while awaited.</param>
/// <param name="ExpiresOn">The first day on which it no longer counts; null when it does not expire.</param>
public sealed record Training(string Topic, DateOnly OfferedOn, TrainingAnswer Answer, DateOnly? AnsweredOn, DateOnly? ExpiresOn)
{
    /// <summary>Whether it was completed and still counts.</summary>
    /// <param name="today">The day, in the home's time zone.</param>
    /// <returns>Whether it is in date.</returns>
    public bool IsInDate(DateOnly today) => Answer == TrainingAnswer.Completed && !(ExpiresOn <= today);
}
