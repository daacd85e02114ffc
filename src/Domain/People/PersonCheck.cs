using System.Collections.Immutable;
using OneToOne.Domain.Guidance;
using static OneToOne.Domain.Guidance.FieldFinding;

namespace OneToOne.Domain.People;

/// <summary>What a person's record must be.</summary>
public static class PersonCheck
{
    /// <summary>Judges a record that somebody wants to keep.</summary>
    /// <param name="person">The record.</param>
    /// <returns>One finding for each field that is not as it must be; empty when it can be kept.</returns>
    public static ImmutableArray<Finding> Check(this Person person) =>
        [.. Fields(person).Concat(Terms(person)).Select(fault => Of("person", fault.Field, fault.Rule))];

    private static IEnumerable<(string Field, string Rule)> Fields(Person person)
    {
        if (!IsLine(person.Name))
            yield return ("name", $"is one line of 1 to {LongestName} characters");
        if (person.Roles.IsEmpty || !AreDistinct(person.Roles) || !person.Roles.All(Enum.IsDefined))
            yield return ("roles", "has at least one role, each once");
        else if (person.Roles.Any(role => role.IsManager()) && person.Email is null && person.Webhook is null)
            yield return ("email", "is given for a manager, or else a webhook: escalations go there");
        else if (person.Roles.Any(role => role.IsStaff()) && person.Homes.IsEmpty)
            yield return ("homes", "has at least one home for a worker or manager");
        if (!AreDistinct(person.Homes))
            yield return ("homes", "has each home once");
        for (var i = 0; i < person.Training.Length; i++)
            if (!IsSound(person.Training[i]))
                yield return (
                    $"training[{i}]",
                    "has a topic, an answer dated on or after the offer exactly if there is one, and expires after it"
                );
    }

    private static IEnumerable<(string Field, string Rule)> Terms(Person person)
    {
        if (!person.Roles.IsEmpty && person.Has(Role.Worker) == person.Engagement is null)
            yield return ("engagement", "is given exactly for a worker");
        if (person.Engagement is Engagement.Agency agency && (!IsLine(agency.AgencyName) || !IsText(agency.Briefing)))
            yield return ("engagement", "names the agency and its briefing");
        if (person.Engagement is Engagement.Independent independent && independent.NominatedAdult == person.Id)
            yield return ("engagement.nominatedAdult", "is somebody else than the worker");
        if (person.LoneWorkingIntegral && person.Engagement is null)
            yield return ("loneWorkingIntegral", "is said of a worker only");
    }

    private static bool IsSound(Training training) =>
        IsLine(training.Topic)
        && Enum.IsDefined(training.Answer)
        && (training.Answer == TrainingAnswer.Awaited) == training.AnsweredOn is null
        && !(training.AnsweredOn < training.OfferedOn)
        && !(training.ExpiresOn <= (training.AnsweredOn ?? training.OfferedOn));
}
