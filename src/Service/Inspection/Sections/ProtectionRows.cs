using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Inspection.Sections;

/// <summary>Who put and who lifted what protects a child from somebody.</summary>
internal static class ProtectionRows
{
    /// <summary>What one entry of a child's history changed about bars and withheld whereabouts.</summary>
    /// <param name="moment">The entry.</param>
    /// <param name="reader">Who reads; why they were kept away themselves is not for them.</param>
    /// <param name="hears">Whether the reader may know the reasons.</param>
    public static IEnumerable<RegisterRow> Of(Moment<Child, RegisterWritten<Child>> moment, PersonId reader, bool hears)
    {
        if (moment is not { Event: { } written, After: { } after })
            return [];
        var before = moment.Before;
        return Bars()
            .Concat(Whereabouts())
            .Select(row => hears && row.Person != reader ? row : row with { Reason = null, ProposedBecause = null });

        IEnumerable<RegisterRow> Bars()
        {
            foreach (var bar in after.Barred)
                if (before?.Barred.FirstOrDefault(there => there.Person == bar.Person) is not { } there)
                    yield return Row(RegisterStep.Barred) with
                    {
                        Person = bar.Person,
                        Reason = bar.Reason,
                    };
                else if (bar.Lift is { } lift && lift != there.Lift)
                    yield return Row(RegisterStep.BarLiftProposed) with
                    {
                        Person = bar.Person,
                        Reason = lift.Reason,
                    };
            foreach (var bar in before?.Barred ?? [])
                if (!after.IsBarred(bar.Person))
                    yield return Lifted(RegisterStep.BarLifted, bar.Lift) with
                    {
                        Person = bar.Person,
                    };
        }

        IEnumerable<RegisterRow> Whereabouts()
        {
            var withheld = before?.WhereaboutsWithheld == true;
            if (after.WhereaboutsWithheld != withheld)
                yield return after.WhereaboutsWithheld
                    ? Row(RegisterStep.WhereaboutsWithheld)
                    : Lifted(RegisterStep.WhereaboutsLifted, before?.WhereaboutsLift);
            if (after.WhereaboutsLift is { } lift && lift != before?.WhereaboutsLift)
                yield return Row(RegisterStep.WhereaboutsLiftProposed) with
                {
                    Reason = lift.Reason,
                };
        }

        RegisterRow Row(RegisterStep what) => RegisterRows.Row(moment, what, after.Version, []) with { Child = after.Id };

        RegisterRow Lifted(RegisterStep what, LiftProposal? proposed) =>
            Row(what) with
            {
                Reason = written.Lifts?.Reason,
                ProposedBy = proposed?.By,
                ProposedAt = proposed?.At,
                ProposedBecause = proposed?.Reason,
            };
    }
}
