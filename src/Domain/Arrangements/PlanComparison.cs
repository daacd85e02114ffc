using System.Collections.Immutable;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Arrangements;

/// <summary>What changed between two plans, and whether it matters to those who approved.</summary>
public static class PlanComparison
{
    /// <summary>The fields whose change voids approvals. How the worker is reached is none of them.</summary>
    /// <param name="judged">The plan that was judged.</param>
    /// <param name="changed">The plan as it is to be.</param>
    /// <param name="policy">The policy: how far the start may move.</param>
    /// <returns>The names of the fields; empty when nothing material changed.</returns>
    public static ImmutableArray<string> Material(Plan judged, Plan changed, Policy policy)
    {
        var fields = ImmutableArray.CreateBuilder<string>();
        Note(judged.Child != changed.Child, "child");
        Note(judged.Worker != changed.Worker, "worker");
        Note(judged.Purpose != changed.Purpose, "purpose");
        Note(!SameWords(judged.Need, changed.Need), "need");
        Note(!SamePlace(judged.Place, changed.Place), "place");
        Note((judged.Start - changed.Start).Duration() > policy.StartMovedTolerance, "start");
        Note(changed.Length > judged.Length, "length");
        Note(judged.Safeguards.Any(s => !changed.Safeguards.Any(c => IsAsStrong(c, s))), "safeguards");
        Note(!SamePresence(judged.Presence, changed.Presence), "presence");
        Note(!SameConsiderations(judged.Considerations, changed.Considerations), "considerations");
        Note(judged.SexualFeelings != changed.SexualFeelings, "sexualFeelings");
        Note(judged.Inform.Any(p => !changed.Inform.Contains(p)), "inform");
        Note(!judged.AlsoPresent.SequenceEqual(changed.AlsoPresent), "alsoPresent");
        Note(judged.Standing != changed.Standing, "standing");
        Note(judged.Under != changed.Under, "under");
        Note(IsWeaker(changed.CheckInEvery, judged.CheckInEvery), "checkInEvery");
        Note(!SameAlternatives(judged.Alternatives, changed.Alternatives), "alternatives");
        Note(judged.EngagedSign != changed.EngagedSign, "engagedSign");
        Note(judged.FamilyContact != changed.FamilyContact, "familyContact");
        Note(judged.PersonalNumbers != changed.PersonalNumbers, "personalNumbers");
        Note(!SameView(judged.ChildsView, changed.ChildsView), "childsView");
        Note(!SameText(judged.ComfortMitigation, changed.ComfortMitigation), "comfortMitigation");
        return fields.ToImmutable();

        void Note(bool differs, string field)
        {
            if (differs)
                fields.Add(field);
        }
    }

    /// <summary>Whether two plans say the same.</summary>
    /// <param name="a">One plan.</param>
    /// <param name="b">The other.</param>
    /// <returns>True when no field differs.</returns>
    public static bool Same(Plan a, Plan b) =>
        WithoutLists(a) == WithoutLists(b)
        && a.AlsoPresent.SequenceEqual(b.AlsoPresent)
        && a.Safeguards.SequenceEqual(b.Safeguards)
        && a.Inform.SequenceEqual(b.Inform);

    private static Plan WithoutLists(Plan plan) => plan with { Safeguards = default, Inform = default, AlsoPresent = default };

    private static bool IsAsStrong(Safeguard changed, Safeguard judged) =>
        SameWords(changed.What, judged.What) && changed.Owner == judged.Owner && (changed.Required || !judged.Required);

    private static bool IsWeaker(TimeSpan? changed, TimeSpan? judged) =>
        judged is { } before && (changed is not { } after || after > before);

    private static bool SamePlace(Place a, Place b) =>
        SameWords(a.Name, b.Name)
        && a.Setting == b.Setting
        && a.Secluded == b.Secluded
        && a.Mitigation == b.Mitigation
        && SameText(a.DoorCondition, b.DoorCondition)
        && a.Exposure == b.Exposure
        && SameText(a.Area, b.Area);

    private static bool SamePresence(Presence a, Presence b) =>
        (a, b) switch
        {
            (Presence.Present x, Presence.Present y) => x.Who == y.Who && SameWords(x.Reason, y.Reason),
            (Presence.CloseBy x, Presence.CloseBy y) => x.Who == y.Who && SameWords(x.Reason, y.Reason),
            (Presence.NotNeeded x, Presence.NotNeeded y) => x.DecidedBy == y.DecidedBy && SameWords(x.Reason, y.Reason),
            _ => false,
        };

    private static bool SameConsiderations(Considerations a, Considerations b) =>
        SameWords(a.Age, b.Age) && SameWords(a.Gender, b.Gender) && SameWords(a.CaseHistory, b.CaseHistory);

    private static bool SameAlternatives(Alternatives? a, Alternatives? b) =>
        a is null || b is null
            ? a == b
            : a.OtherAdultPossible == b.OtherAdultPossible && a.Avoidable == b.Avoidable && SameWords(a.Reason, b.Reason);

    private static bool SameView(ChildsView? a, ChildsView? b) =>
        a is null || b is null ? a == b : a.Comfortable == b.Comfortable && SameWords(a.Words, b.Words);

    private static bool SameText(string? a, string? b) => SameWords(a ?? "", b ?? "");

    private static bool SameWords(string a, string b) => a == b || Words(a).SequenceEqual(Words(b), StringComparer.Ordinal);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
