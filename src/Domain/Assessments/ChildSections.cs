namespace OneToOne.Domain.Assessments;

/// <summary>
/// What a child's assessment says besides the two risks. Special-category data: who may see which part is decided where it is shown.
/// A part is null while nobody has answered it, and then the assessment cannot be agreed.
/// </summary>
public sealed record ChildSections
{
    /// <summary>What the child needs support with (L-04).</summary>
    public SupportNeeds? Support { get; init; }

    /// <summary>Who was asked before admission what being alone with adults means to the child (L-09).</summary>
    public Consultations? Consultations { get; init; }

    /// <summary>Whether abuse of the child was alleged (L-10).</summary>
    public AllegationsOfAbuse? AllegationsOfAbuse { get; init; }

    /// <summary>Whether the child has a history of making allegations (L-11); never the same answer as L-10.</summary>
    public HistoryOfMakingAllegations? HistoryOfMakingAllegations { get; init; }

    /// <summary>Whether the child is not comfortable alone with adults (L-12).</summary>
    public NotComfortableAlone? NotComfortableAlone { get; init; }

    /// <summary>Culture, religion and race (L-13).</summary>
    public Factors? Factors { get; init; }

    /// <summary>What follows from all of it for one-to-one time (L-15).</summary>
    public Strategy? Strategy { get; init; }

    /// <summary>Whether one of L-10, L-11 and L-12 is set, so that reviews come sooner.</summary>
    public bool AsksForShortReview =>
        AllegationsOfAbuse is AllegationsOfAbuse.Yes
        || HistoryOfMakingAllegations is HistoryOfMakingAllegations.Yes
        || NotComfortableAlone is NotComfortableAlone.Yes;
}
