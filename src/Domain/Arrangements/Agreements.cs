using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Sessions;

namespace OneToOne.Domain.Arrangements;

/// <summary>What a standing agreement covers, and whether it still does.</summary>
public static class Agreements
{
    private const string Ordinary = "Make an ordinary request for this occasion.";

    /// <summary>What of an occasion lies outside an agreement.</summary>
    /// <param name="occasion">The occasion's plan.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="home">The home, by whose clock the week runs.</param>
    /// <returns>One finding for each; empty when it lies within.</returns>
    public static ImmutableArray<Finding> Outside(Plan occasion, Arrangement agreement, Home home)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        ArgumentNullException.ThrowIfNull(agreement);
        var (agreed, place) = (agreement.Plan, occasion.Place);
        if (agreed.Standing is not { } terms)
            return [Refuse("This is not a standing agreement.", "under")];
        var findings = ImmutableArray.CreateBuilder<Finding>();
        Note(!agreed.Workers.Contains(occasion.Worker), "The agreement does not name this worker.", "worker");
        Note(!agreed.Purposes.Contains(occasion.Purpose), "The agreement is not for this purpose.", "purpose");
        Note(!agreed.Settings.Contains(place.Setting), "The agreement does not allow this kind of place.", "place.setting");
        Note(place.Secluded && !agreed.Place.Secluded, "The agreement does not allow a remote or secluded place.", "place.secluded");
        Note(!terms.Window.Holds(occasion.Start, occasion.End, home), "It lies outside the agreed hours of the week.", "start");
        Note(occasion.End > terms.ValidUntil, "The agreement ends before it.", "start");
        Note(occasion.Length > agreed.Longest, "It is longer than agreed.", "length");
        Note(!IsOtherwiseAs(agreed.Place, place), "What holds for the place is not as agreed.", "place");
        if (OtherPlace.Is(occasion, agreed))
            findings.AddRange(OtherPlace.Weaker(occasion, agreed));
        foreach (var field in PlanComparison.Material(agreed, AsAgreed(occasion, agreed), Policy.Default))
            Note(true, "This is not as agreed.", field);
        return findings.ToImmutable();

        void Note(bool isOutside, string problem, string field)
        {
            if (isOutside)
                findings.Add(Refuse(problem, field));
        }
    }

    /// <summary>What stands against an occasion with a worker whom an agreement names: nothing, where they may take one now.</summary>
    /// <param name="occasion">The occasion with that worker.</param>
    /// <param name="facts">The registers for the child and that worker, with the agreement.</param>
    /// <param name="now">This moment.</param>
    /// <returns>One finding for each; empty when they may.</returns>
    public static ImmutableArray<Finding> AgainstWorker(Plan occasion, Facts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Occasions.Against(occasion, facts.Worker.Id, facts, now);
    }

    /// <summary>An occasion under way does not run out of what was agreed.</summary>
    internal static Finding? Extended(Arrangement occasion, Session session, TimeSpan by, Facts facts)
    {
        if (session.Basis is not SessionBasis.Approved { Round.Under: { } under })
            return null;
        var end = session.ExpectedEnd + by;
        return
            facts.Agreement is { Plan: { Standing: { } terms } agreed } agreement
            && agreement.Id == under.Agreement
            && end <= terms.ValidUntil
            && end - session.StartedAt <= agreed.Longest
            && terms.Window.Holds(occasion.Plan.Start, end, facts.Home)
            ? null
            : Refuse("It would go on longer than was agreed.", "by", "Finish in time, and make an ordinary request for the rest.");
    }

    /// <summary>Whether the round that an occasion rests on still is the agreement's, and counts: also while the agreement is suspended.</summary>
    internal static bool StandsFor(AgreedRound round, Arrangement? agreement) =>
        agreement is { Plan.Standing: not null, Phase: Phase.InForce or Phase.Suspended }
        && agreement.Id == round.Agreement
        && agreement.ApprovalRound!.Digest == round.Digest;

    internal static Finding Refuse(string problem, string? field, string lift = Ordinary) =>
        new("agreement", DutyKind.Hard, problem, lift, field);

    // What can differ from one occasion to the next is looked at by itself.
    private static Plan AsAgreed(Plan occasion, Plan agreed) =>
        occasion with
        {
            Worker = agreed.Worker,
            Purpose = agreed.Purpose,
            Place = agreed.Place,
            Presence = OtherPlace.Is(occasion, agreed) ? agreed.Presence : occasion.Presence,
            Safeguards = OtherPlace.Is(occasion, agreed) ? agreed.Safeguards : occasion.Safeguards,
            Start = agreed.Start,
            Length = agreed.Length,
            Inform = agreed.Inform,
            Standing = agreed.Standing,
            Under = agreed.Under,
        };

    private static bool IsOtherwiseAs(Place agreed, Place place) =>
        place
        == agreed with
        {
            Name = place.Name,
            Setting = place.Setting,
            Secluded = place.Secluded,
            Mitigation = place.Secluded && !agreed.IsElsewhere(place.Name, place.Setting) ? agreed.Mitigation : place.Mitigation,
            DoorCondition = place.Setting == Setting.Bedroom ? agreed.DoorCondition : place.DoorCondition,
            Exposure = agreed.IsElsewhere(place.Name, place.Setting) ? place.Exposure : agreed.Exposure,
            Area = agreed.IsElsewhere(place.Name, place.Setting) ? null : agreed.Area,
        };
}
