namespace OneToOne.Service.Links;

/// <summary>What comes of trying a code on a link.</summary>
public abstract record LinkAttempt
{
    private LinkAttempt() { }

    /// <summary>The code is right.</summary>
    /// <param name="Link">The link afterwards; the same as before unless this was its first use or wrong codes had been counted.</param>
    public sealed record Opened(LinkRecord Link) : LinkAttempt;

    /// <summary>No well-formed code was typed: a slip, or a scanner. Nothing changes.</summary>
    public sealed record NotACode : LinkAttempt;

    /// <summary>A well-formed code, but not this link's. It was counted.</summary>
    /// <param name="Link">The link afterwards, locked when none is left.</param>
    /// <param name="Left">How many may still be tried.</param>
    public sealed record Wrong(LinkRecord Link, int Left) : LinkAttempt;

    /// <summary>The link can not be used. Nothing changes.</summary>
    /// <param name="State">Why: locked or expired.</param>
    public sealed record Shut(LinkState State) : LinkAttempt;
}
