using System.Collections.Immutable;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

/// <summary>Where an occasion under an agreement is. What was agreed of the agreement's own place says nothing of another.</summary>
/// <param name="Name">The place in words.</param>
/// <param name="Setting">What kind of place; null for the agreement's usual one.</param>
/// <param name="Secluded">Whether it is remote or secluded; needed where it is another place.</param>
/// <param name="Exposure">How far the two are from everybody else (G-08); needed where it is another place.</param>
public sealed record OccasionPlace(string Name, Setting? Setting = null, bool? Secluded = null, Exposure? Exposure = null);

/// <summary>What is asked for an occasion under an agreement: only what changes from one to the next. All else is as agreed.</summary>
/// <param name="Place">Where; needed.</param>
/// <param name="Start">When; needed.</param>
/// <param name="Inform">Who is told beforehand (G-20); needed.</param>
/// <param name="ChangedSinceAgreed">Whether anything that the agreement rests on has changed; needed, with no default.</param>
/// <param name="Length">How long; null for the usual length.</param>
/// <param name="Worker">With whom; null for the agreement's first worker.</param>
/// <param name="Purpose">What for; null for the agreement's usual purpose.</param>
/// <param name="Presence">Whether somebody is present or close by (G-21); needed where it is another place.</param>
/// <param name="Safeguards">The safeguards there (G-05); needed where it is another place.</param>
public sealed record OccasionAsked(
    OccasionPlace? Place = null,
    DateTimeOffset? Start = null,
    ImmutableArray<PersonId>? Inform = null,
    bool? ChangedSinceAgreed = null,
    TimeSpan? Length = null,
    PersonId? Worker = null,
    Purpose? Purpose = null,
    Presence? Presence = null,
    ImmutableArray<Safeguard>? Safeguards = null
)
{
    /// <summary>The answers that are missing.</summary>
    /// <param name="agreed">The agreement's plan.</param>
    /// <returns>One finding for each; empty when all are there.</returns>
    public ImmutableArray<Finding> Unanswered(Plan agreed)
    {
        ArgumentNullException.ThrowIfNull(agreed);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        Need(Place is not null, "L-21", "place", "Say where.");
        if (IsElsewhere(agreed))
        {
            Need(Place!.Secluded is not null, "G-19", "place.secluded", "Say whether this other place is remote or secluded.");
            Need(Place.Exposure is not null, "G-08", "place.exposure", "Say how far they are from everybody else at this other place.");
            Need(Presence is not null, "G-21", "presence", "Say whether somebody is present or close by at this other place.");
            Need(Safeguards is not null, "G-05", "safeguards", "Name the safeguards at this other place.");
        }
        Need(Start is not null, "start", "start", "Say when it starts.");
        Need(Inform is not null, "G-20", "inform", "Say who is told beforehand.");
        Need(ChangedSinceAgreed is not null, "agreement", "changedSinceAgreed", "Say whether anything has changed since it was agreed.");
        return findings.ToImmutable();

        void Need(bool isThere, string id, string field, string lift)
        {
            if (!isThere)
                findings.Add(new(id, DutyKind.Ask, "An answer is missing.", lift, field));
        }
    }

    /// <summary>The occasion's plan. Every answer must be there.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <returns>The plan.</returns>
    public Plan Under(Arrangement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var agreed = agreement.Plan;
        var setting = Place!.Setting ?? agreed.Place.Setting;
        var secluded = Place.Secluded ?? agreed.Place.Secluded;
        var elsewhere = IsElsewhere(agreed);
        return agreed with
        {
            Worker = Worker ?? agreed.Worker,
            Purpose = Purpose ?? agreed.Purpose,
            Place = agreed.Place with
            {
                Name = Place.Name,
                Setting = setting,
                Secluded = secluded,
                Mitigation = secluded && !elsewhere ? agreed.Place.Mitigation : null,
                DoorCondition = setting == Setting.Bedroom ? agreed.Place.DoorCondition : null,
                Exposure = elsewhere ? Place.Exposure : Place.Exposure ?? agreed.Place.Exposure,
                Area = elsewhere ? null : agreed.Place.Area,
            },
            Presence = elsewhere ? Presence! : Presence ?? agreed.Presence,
            Safeguards = elsewhere ? Safeguards!.Value : Safeguards ?? agreed.Safeguards,
            Start = Start!.Value,
            Length = Length ?? agreed.Length,
            Inform = Inform!.Value,
            Standing = null,
            Under = agreement.Id,
        };
    }

    private bool IsElsewhere(Plan agreed) =>
        Place is not null && agreed.Place.IsElsewhere(Place.Name, Place.Setting ?? agreed.Place.Setting);
}
