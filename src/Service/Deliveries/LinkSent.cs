namespace OneToOne.Service.Deliveries;

/// <summary>What came of asking for a link to be sent again.</summary>
public enum LinkSent
{
    /// <summary>It is on its way.</summary>
    Queued,

    /// <summary>This person has no such link that anything still waits for.</summary>
    Nothing,

    /// <summary>It was asked for a moment ago.</summary>
    TooSoon,
}
