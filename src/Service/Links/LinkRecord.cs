using OneToOne.Domain;

namespace OneToOne.Service.Links;

/// <summary>One link to one person for one purpose, as the store keeps it in the partition of what it is about.</summary>
public sealed record LinkRecord
{
    /// <summary>How many wrong codes lock a link.</summary>
    public const int MaxWrongCodes = 5;

    /// <summary>Its id, unique in its partition.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required LinkPurpose Purpose { get; init; }

    /// <summary>Whom it was sent to, and who acts when it is used.</summary>
    public required PersonId Person { get; init; }

    /// <summary>What tells it from the person's other links of this purpose: the round, or the escalation.</summary>
    public string About { get; init; } = "";

    /// <summary>The round it belongs to; 0 where there are no rounds.</summary>
    public int Round { get; init; }

    /// <summary>The digest of what it shows; null where nothing is decided.</summary>
    public string? Digest { get; init; }

    /// <summary>Its code, sealed by <see cref="SealedCodes"/>.</summary>
    public required string SealedCode { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it cannot be used.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was first opened with its code: the proof that its person was told. Null until then.</summary>
    public DateTimeOffset? FirstUsedAt { get; init; }

    /// <summary>What has become of it, as far as it was written down; ask <see cref="StateAt"/>.</summary>
    public LinkState State { get; init; } = new LinkState.Open(0);

    /// <summary>What has become of it by now.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Its state, an expiry by time included.</returns>
    public LinkState StateAt(DateTimeOffset now) => State is LinkState.Open && now >= ExpiresAt ? new LinkState.Expired(ExpiresAt) : State;

    /// <summary>Tries a code.</summary>
    /// <param name="typed">What somebody typed.</param>
    /// <param name="code">The link's own code; null when it cannot be opened any more.</param>
    /// <param name="now">The time.</param>
    /// <returns>What comes of it. A changed record must be in the store before the answer goes out, or codes could be tried in parallel.</returns>
    public LinkAttempt Try(string? typed, LinkCode? code, DateTimeOffset now)
    {
        if (StateAt(now) is not LinkState.Open open)
            return new LinkAttempt.Shut(StateAt(now));
        if (!LinkCode.TryParse(typed, out var given))
            return new LinkAttempt.NotACode();
        if (code?.Matches(given) == true)
            return new LinkAttempt.Opened(this with { FirstUsedAt = FirstUsedAt ?? now, State = new LinkState.Open(0) });

        var wrong = open.WrongCodes + 1;
        return new LinkAttempt.Wrong(
            this with
            {
                State = wrong < MaxWrongCodes ? new LinkState.Open(wrong) : new LinkState.Locked(now),
            },
            MaxWrongCodes - wrong
        );
    }
}
