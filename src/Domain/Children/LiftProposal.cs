namespace OneToOne.Domain.Children;

/// <summary>That a head wants to lift what protects a child; it protects until a second head says so too.</summary>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record LiftProposal(PersonId By, string Reason, DateTimeOffset At)
{
    private static readonly TimeSpan Stands = TimeSpan.FromDays(7);

    /// <summary>Whether another person's word completes it: a proposal that nobody took up is forgotten.</summary>
    /// <param name="by">Who speaks now.</param>
    /// <param name="now">This moment.</param>
    /// <returns>Whether there are two who said so.</returns>
    public bool IsConfirmedBy(PersonId by, DateTimeOffset now) => by != By && now - At <= Stands;

    /// <summary>The proposal after this person has spoken, where it is not confirmed: nobody confirms what they have proposed themselves.</summary>
    /// <param name="before">The proposal so far.</param>
    /// <param name="said">What is said now.</param>
    /// <returns>The first of the same person while it stands, else the new one.</returns>
    internal static LiftProposal After(LiftProposal? before, LiftProposal said) =>
        before is not null && before.By == said.By && said.At - before.At <= Stands ? before : said;
}
