namespace OneToOne.Domain.Fairness;

/// <summary>What a manager made of a pattern.</summary>
public enum DispositionKind
{
    /// <summary>There is a good reason; the note says which.</summary>
    Explained,

    /// <summary>It was talked over with the worker or the child.</summary>
    TalkedOver,

    /// <summary>Something is planned otherwise from now on.</summary>
    PlannedOtherwise,

    /// <summary>It is looked at again.</summary>
    LookAgain,
}

/// <summary>What a manager made of something to look at (L-28). It never changes; a later one stands beside it.</summary>
public sealed record Disposition
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The home.</summary>
    public required HomeId Home { get; init; }

    /// <summary>The worker; null where it is about a child's time with anybody.</summary>
    public PersonId? Worker { get; init; }

    /// <summary>The child.</summary>
    public required ChildId Child { get; init; }

    /// <summary>What was looked at.</summary>
    public required FairnessPattern Pattern { get; init; }

    /// <summary>What was made of it.</summary>
    public required DispositionKind What { get; init; }

    /// <summary>In words.</summary>
    public required string Note { get; init; }

    /// <summary>Who.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What happens to a disposition.</summary>
public abstract record DispositionEvent
{
    private DispositionEvent() { }

    /// <summary>It was made.</summary>
    /// <param name="Disposition">The disposition.</param>
    public sealed record Made(Disposition Disposition) : DispositionEvent;
}
