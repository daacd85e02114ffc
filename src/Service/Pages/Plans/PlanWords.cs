using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Arrangements;

namespace OneToOne.Service.Pages.Plans;

/// <summary>Says the values of a plan as people say them.</summary>
internal static class PlanWords
{
    public static string Of(Purpose purpose) =>
        purpose switch
        {
            Purpose.Keywork => "Keywork or other direct work",
            Purpose.LifeStory => "Life-story work",
            Purpose.AssessmentRecords => "Assessment and action records",
            Purpose.Homework => "Homework or tuition",
            Purpose.Community => "Time in the community",
            Purpose.Activity => "A sport, hobby or other activity",
            Purpose.Talk => "The young person asked to talk",
            Purpose.Travel => "Travel together",
            _ => "Something else",
        };

    public static string Of(Setting setting) =>
        setting switch
        {
            Setting.SharedRoom => "a shared room",
            Setting.Room => "an office, meeting room or classroom",
            Setting.Bedroom => "the child's bedroom",
            Setting.WorkersHome => "the worker's home",
            Setting.FamilyHome => "the family's home",
            Setting.PublicPlace => "a public place",
            Setting.Outdoors => "outdoors",
            Setting.Vehicle => "a vehicle",
            Setting.Street => "on the street",
            _ => throw new InvalidOperationException($"{setting} has no words."),
        };

    public static string Of(Means means) =>
        means switch
        {
            Means.Phone => "by telephone",
            Means.InPerson => "in person",
            Means.SignedPaper => "on signed paper",
            _ => throw new InvalidOperationException($"{means} has no words."),
        };

    public static string Of(EscalationOutcome outcome) =>
        outcome switch
        {
            EscalationOutcome.ChildSeenAndSafe => "The child was seen and is safe, and the time together is over",
            EscalationOutcome.ChildSeenAndSafeSessionContinues => "The child was seen and is safe, and the time together goes on",
            EscalationOutcome.WorkerReachedSessionEnded => "The worker was reached, and the session is over",
            EscalationOutcome.EmergencyServicesCalled => "The emergency services were called",
            EscalationOutcome.DidNotTakePlace => "It did not take place",
            EscalationOutcome.TookPlace => "It took place without being started: this is a concern",
            EscalationOutcome.ToldAnotherWay => "The person was told another way",
            EscalationOutcome.Recorded => "What was late has been recorded",
            _ => throw new InvalidOperationException($"{outcome} has no words."),
        };

    /// <summary>What a finding departs from, in the words of the table of duties.</summary>
    public static string Departure(string findingId) =>
        Duties.All.FirstOrDefault(duty => duty.Id == findingId) is { } duty ? $"{duty.Words} ({findingId})" : findingId;

    /// <summary>What changed since a moment, field by field; nothing of what it was or is.</summary>
    public static string Changes(ImmutableArray<PastEvent> past, DateTimeOffset since)
    {
        var fields = past.Where(p => p.At >= since)
            .SelectMany(p =>
                p.Event switch
                {
                    ArrangementEvent.PlanChanged changed => changed.MaterialFields.Select(Field),
                    ArrangementEvent.ApprovalsVoided => ["what it rests on"],
                    _ => Enumerable.Empty<string>(),
                }
            )
            .Distinct()
            .ToArray();
        return fields.Length == 0 ? "something that matters" : string.Join(", ", fields);
    }

    private static string Field(string field) =>
        field switch
        {
            "child" => "the child",
            "worker" => "the worker",
            "purpose" => "what it is for",
            "need" => "why it is needed",
            "place" => "the place",
            "start" => "the time",
            "length" => "the length",
            "safeguards" => "the safeguards",
            "presence" => "who is present or close by",
            "considerations" => "what was considered about the child",
            "alsoPresent" => "how many other children are there",
            "standing" => "how long and in which bounds the agreement holds",
            "inform" => "who is told beforehand",
            "checkInEvery" => "how often the worker says that all is well",
            "alternatives" => "whether it could be done otherwise",
            "engagedSign" => "whether a sign says that the room is taken",
            "familyContact" => "what it does to family contact",
            "personalNumbers" => "whether personal telephone numbers are used",
            _ => "an answer of the request",
        };
}
