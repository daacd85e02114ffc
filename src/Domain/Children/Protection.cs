using System.Collections.Immutable;

namespace OneToOne.Domain.Children;

/// <summary>
/// Bars and withheld whereabouts. One person sets them, at once; silence lifts neither, and it takes two heads to do so.
/// </summary>
public static class Protection
{
    /// <summary>Keeps what protects the child in an entry that may not mention it.</summary>
    /// <param name="entry">The entry as somebody wants it.</param>
    /// <param name="before">The entry as it is; null for a new one.</param>
    /// <param name="now">This moment: when a bar begins that does not say.</param>
    /// <returns>The entry with every bar that there was, and those that it adds.</returns>
    public static Child Keeping(this Child entry, Child? before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var kept = before?.Barred ?? [];
        return entry with
        {
            Barred = [.. kept, .. entry.Barred.Where(bar => kept.All(there => there.Person != bar.Person)).Select(bar => New(bar, now))],
            WhereaboutsWithheld = entry.WhereaboutsWithheld || before?.WhereaboutsWithheld == true,
            WhereaboutsLift = before?.WhereaboutsLift,
        };
    }

    /// <summary>Bars somebody; whoever is barred already stays so, and a proposal to lift it falls.</summary>
    /// <param name="child">The child.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The child's record after it.</returns>
    public static Child KeepAway(this Child child, Bar bar, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(bar);
        return child.Barred.FirstOrDefault(there => there.Person == bar.Person) is not { } known
                ? child with
                {
                    Barred = child.Barred.Add(New(bar, now)),
                }
            : known.Lift is null ? child
            : child with { Barred = child.Barred.Replace(known, known with { Lift = null }) };
    }

    /// <summary>Proposes to lift a bar, or lifts it as the second who says so.</summary>
    /// <param name="child">The child.</param>
    /// <param name="person">Who is barred.</param>
    /// <param name="said">Who says so now, and why.</param>
    /// <returns>The child's record after it.</returns>
    public static Child LiftBar(this Child child, PersonId person, LiftProposal said)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(said);
        if (child.Barred.FirstOrDefault(bar => bar.Person == person) is not { } known)
            return child;
        if (known.Lift?.IsConfirmedBy(said.By, said.At) == true)
            return child with { Barred = [.. child.Barred.Where(bar => bar.Person != person)] };
        var lift = LiftProposal.After(known.Lift, said);
        return lift == known.Lift ? child : child with { Barred = child.Barred.Replace(known, known with { Lift = lift }) };
    }

    /// <summary>Withholds the child's whereabouts from the family; a proposal to lift that falls.</summary>
    /// <param name="child">The child.</param>
    /// <returns>The child's record after it.</returns>
    public static Child Withhold(this Child child)
    {
        ArgumentNullException.ThrowIfNull(child);
        return child is { WhereaboutsWithheld: true, WhereaboutsLift: null }
            ? child
            : child with
            {
                WhereaboutsWithheld = true,
                WhereaboutsLift = null,
            };
    }

    /// <summary>Proposes to withhold the whereabouts no longer, or ends it as the second who says so.</summary>
    /// <param name="child">The child.</param>
    /// <param name="said">Who says so now, and why.</param>
    /// <returns>The child's record after it.</returns>
    public static Child LiftWithholding(this Child child, LiftProposal said)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(said);
        if (!child.WhereaboutsWithheld)
            return child;
        if (child.WhereaboutsLift?.IsConfirmedBy(said.By, said.At) == true)
            return child with { WhereaboutsWithheld = false, WhereaboutsLift = null };
        var lift = LiftProposal.After(child.WhereaboutsLift, said);
        return lift == child.WhereaboutsLift ? child : child with { WhereaboutsLift = lift };
    }

    private static Bar New(Bar bar, DateTimeOffset now) => bar with { Since = bar.Since ?? now, Lift = null };
}
