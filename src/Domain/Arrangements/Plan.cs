using System.Collections.Immutable;

namespace OneToOne.Domain.Arrangements;

/// <summary>What the time together is for: the good reasons have names of their own (L-31).</summary>
public enum Purpose
{
    /// <summary>Keywork or other direct work.</summary>
    Keywork,

    /// <summary>Life-story work.</summary>
    LifeStory,

    /// <summary>Work on assessment and action records.</summary>
    AssessmentRecords,

    /// <summary>Help with homework or tuition.</summary>
    Homework,

    /// <summary>Time in the community: a shop, a café, a walk.</summary>
    Community,

    /// <summary>A sport, hobby or other activity.</summary>
    Activity,

    /// <summary>The child asked to talk.</summary>
    Talk,

    /// <summary>Travel together.</summary>
    Travel,

    /// <summary>Anything else; the need says what.</summary>
    Other,
}

/// <summary>One explicit safeguard with somebody who answers for it (G-05).</summary>
/// <param name="What">What is done, in words.</param>
/// <param name="Owner">Who sees to it.</param>
/// <param name="Required">Whether the session may not start before it is confirmed.</param>
public sealed record Safeguard(string What, PersonId Owner, bool Required);

/// <summary>Whether somebody else should be present or close by (G-21).</summary>
public abstract record Presence
{
    private Presence() { }

    /// <summary>Somebody else is in the room.</summary>
    /// <param name="Who">Who.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Present(PersonId Who, string Reason) : Presence;

    /// <summary>Somebody else is within call.</summary>
    /// <param name="Who">Who.</param>
    /// <param name="Reason">Why.</param>
    public sealed record CloseBy(PersonId Who, string Reason) : Presence;

    /// <summary>Nobody else needs to be there.</summary>
    /// <param name="DecidedBy">Who thought it through.</param>
    /// <param name="Reason">Why not.</param>
    public sealed record NotNeeded(PersonId DecidedBy, string Reason) : Presence;
}

/// <summary>What was taken into account about this child before this occasion (L-16).</summary>
/// <param name="Age">What the child's age means for it.</param>
/// <param name="Gender">What the child's and the worker's gender mean for it.</param>
/// <param name="CaseHistory">What the child's case history means for it.</param>
public sealed record Considerations(string Age, string Gender, string CaseHistory);

/// <summary>The answer to: is this in any way in response to, or meant to arouse, sexual feelings or expectations? (L-20)</summary>
public enum SexualFeelingsDeclaration
{
    /// <summary>It is not.</summary>
    No,

    /// <summary>It is, or may be taken so.</summary>
    Yes,

    /// <summary>The worker is not sure.</summary>
    Unsure,
}

/// <summary>One planned occasion of one-to-one time: everything that approvers are shown.</summary>
public sealed record Plan
{
    /// <summary>The child.</summary>
    public required ChildId Child { get; init; }

    /// <summary>The adult who is alone with the child.</summary>
    public required PersonId Worker { get; init; }

    /// <summary>What it is for.</summary>
    public required Purpose Purpose { get; init; }

    /// <summary>Why one-to-one time is needed, in words (G-03).</summary>
    public required string Need { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>The planned start.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The planned length, whole minutes.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>The explicit safeguards (G-05).</summary>
    public required ImmutableArray<Safeguard> Safeguards { get; init; }

    /// <summary>Whether somebody should be present or close by (G-21).</summary>
    public required Presence Presence { get; init; }

    /// <summary>Age, gender and case history (L-16).</summary>
    public required Considerations Considerations { get; init; }

    /// <summary>The declaration of L-20.</summary>
    public required SexualFeelingsDeclaration SexualFeelings { get; init; }

    /// <summary>Who is told beforehand (G-20, L-21).</summary>
    public required ImmutableArray<PersonId> Inform { get; init; }

    /// <summary>A check-in interval shorter than the policy's; null for the policy's own.</summary>
    public TimeSpan? CheckInEvery { get; init; }

    /// <summary>Whether somebody else could be there, or it could be avoided (G-12); a plan without an answer is refused.</summary>
    public Alternatives? Alternatives { get; init; }

    /// <summary>How the worker is reached, and who is called in an emergency (G-13); a plan without an answer is refused.</summary>
    public SessionContact? Contact { get; init; }

    /// <summary>Whether a sign says that the room is taken (G-22); a plan without an answer is refused.</summary>
    public bool? EngagedSign { get; init; }

    /// <summary>What it does to the family contact of the care plan (L-01); a plan without an answer is refused.</summary>
    public FamilyContact? FamilyContact { get; init; }

    /// <summary>Whether worker and child have, or are to have, each other's own telephone numbers (L-25); a plan without an answer is refused.</summary>
    public bool? PersonalNumbers { get; init; }

    /// <summary>What the child says about it beforehand; a plan without an answer is refused. It is for staff: it may be about the family.</summary>
    public ChildsView? ChildsView { get; init; }

    /// <summary>What is done for a child who is not at ease alone with an adult (L-12); null where nothing is needed. For staff.</summary>
    public string? ComfortMitigation { get; init; }

    /// <summary>The other children who are there; each needs an arrangement of their own, and no family learns who they are.</summary>
    public ImmutableArray<ChildId> AlsoPresent { get; init; } = [];

    /// <summary>What makes this a standing agreement, which is approved like any plan and never starts itself; null for an occasion.</summary>
    public StandingTerms? Standing { get; init; }

    /// <summary>The standing agreement that this occasion was planned under; null for an ordinary request.</summary>
    public ArrangementId? Under { get; init; }

    /// <summary>The planned end.</summary>
    public DateTimeOffset End => Start + Length;

    /// <summary>The kinds of place it may come to: of an agreement all that it allows.</summary>
    public IEnumerable<Setting> Settings => Standing is { } terms ? terms.Settings.Prepend(Place.Setting).Distinct() : [Place.Setting];

    /// <summary>What it may be for: of an agreement all that it allows.</summary>
    public IEnumerable<Purpose> Purposes => Standing is { } terms ? terms.Purposes.Prepend(Purpose).Distinct() : [Purpose];

    /// <summary>Those who may be the adult alone with the child: of an agreement all whom it names.</summary>
    public IEnumerable<PersonId> Workers => Standing is { } terms ? terms.AlsoWorkers.Prepend(Worker).Distinct() : [Worker];

    /// <summary>The longest that it may come to.</summary>
    public TimeSpan Longest => Standing is { } terms && terms.Longest > Length ? terms.Longest : Length;

    /// <summary>Everybody whom the plan names besides the worker, with the field that names them.</summary>
    /// <returns>The people; somebody whom it names twice comes twice.</returns>
    public IEnumerable<(string Field, PersonId Person)> Named() =>
        [
            .. Safeguards.Select((safeguard, i) => ($"safeguards[{i}].owner", safeguard.Owner)),
            Presence switch
            {
                Presence.Present p => ("presence.who", p.Who),
                Presence.CloseBy p => ("presence.who", p.Who),
                Presence.NotNeeded p => ("presence.decidedBy", p.DecidedBy),
                _ => throw new InvalidOperationException("not an answer to whether somebody should be there"),
            },
            .. Inform.Select((person, i) => ($"inform[{i}]", person)),
            .. Place.Mitigation is { } mitigation
                ? [("place.mitigation.personAware", mitigation.PersonAware)]
                : Array.Empty<(string, PersonId)>(),
            .. Contact is { } contact ? [("contact.emergency", contact.Emergency)] : Array.Empty<(string, PersonId)>(),
            .. Standing?.AlsoWorkers.Select((person, i) => ($"standing.alsoWorkers[{i}]", person)) ?? [],
        ];
}
