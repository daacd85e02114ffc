using System.Collections.Immutable;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Concerns;

/// <summary>What somebody of the staff reports.</summary>
/// <param name="Child">The child.</param>
/// <param name="Kind">What it is about; null is refused.</param>
/// <param name="What">What was seen, heard or said; null is refused.</param>
/// <param name="About">Whom it is about; null when it is about nobody, or nobody knows. They never see it.</param>
/// <param name="Source">The arrangement that it comes from; null for none.</param>
/// <param name="AboutNotKnown">That nobody knows whom an allegation is about, or that they are not in the register; silence is refused.</param>
public sealed record ConcernReport(
    ChildId Child,
    ConcernKind? Kind = null,
    string? What = null,
    PersonId? About = null,
    ArrangementId? Source = null,
    bool? AboutNotKnown = null
)
{
    /// <summary>What of it is not as it must be.</summary>
    /// <param name="facts">What is known; the actor reports.</param>
    /// <param name="source">The arrangement that it names, as far as there is one.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The findings that refuse it; empty when it can be raised.</returns>
    public ImmutableArray<Finding> Check(ConcernFacts facts, Arrangement? source, DateTimeOffset now) =>
        [.. new[] { Who(facts, now), OfKind(), Said(), Nobody(), Named(), Known(facts), Of(source) }.OfType<Finding>()];

    private static Finding? Who(ConcernFacts facts, DateTimeOffset now) =>
        facts.Actor is { } actor && Authority.IsStaff(actor, facts.Home, now)
            ? null
            : new("who", DutyKind.Hard, "Concerns are reported here by the home's own staff.", "Tell one of them.");

    private Finding? OfKind() =>
        Kind is { } kind and not ConcernKind.Request && Enum.IsDefined(kind)
            ? null
            : new(
                "kind",
                DutyKind.Ask,
                "What kind of concern it is, is not said.",
                "Say which; one of a request comes of that alone.",
                "kind"
            );

    private Finding? Said() =>
        FieldFinding.IsText(What)
            ? null
            : new("what", DutyKind.Ask, "What was seen, heard or said is missing.", "Say it in words.", "what");

    private Finding? Nobody() =>
        Kind == ConcernKind.ChildsFeelings && About is not null
            ? new(
                "L-20",
                DutyKind.Hard,
                "That a child may have such feelings is a report, and never an accusation: it is about nobody.",
                "Leave out whom it is about; what an adult did is a report of its own.",
                "about"
            )
            : null;

    // Whoever is named in the words alone would be told of it, and could read it.
    private Finding? Named() =>
        Kind == ConcernKind.Allegation && About is null == (AboutNotKnown != true)
            ? new(
                "about",
                DutyKind.Ask,
                "Whom the allegation is about is not said.",
                "Name them, so that they are not told of it; or say with aboutNotKnown that nobody knows, or that they are not in the register.",
                "about"
            )
            : null;

    private Finding? Known(ConcernFacts facts) =>
        About is { } about && facts.Involved.All(p => p.Id != about)
            ? new(
                "about",
                DutyKind.Hard,
                "Whom it is about is not in the register.",
                "Leave it out, say that it is not known, and say in words who it is.",
                "about"
            )
            : null;

    private Finding? Of(Arrangement? source) =>
        Source is null || source?.Plan.Child == Child
            ? null
            : new("source", DutyKind.Hard, "This is no arrangement of this child.", "Leave it out, or name another.", "source");
}
