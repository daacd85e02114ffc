using Microsoft.AspNetCore.Http;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.People;
using OneToOne.Service.Http;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;

namespace OneToOne.Service.Registers;

/// <summary>Changes one thing about a child by a head of the home.</summary>
/// <param name="ledger">Where the registers are kept.</param>
/// <param name="registers">Reads them.</param>
/// <param name="writer">Writes them.</param>
/// <param name="clock">The product's clock.</param>
internal sealed class ChildSteps(Ledger ledger, RegisterReader registers, RegisterWriter writer, TimeProvider clock)
{
    /// <summary>Takes a step; asked again, it is as it was.</summary>
    /// <param name="id">The child.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="seen">What the caller has seen; null where nobody needs to have seen anything.</param>
    /// <param name="change">The step.</param>
    /// <returns>The child's record after it, or a refusal.</returns>
    public Task<IResult> TakeAsync(ChildId id, Caller caller, IfMatch? seen, Func<Child, DateTimeOffset, Child> change) =>
        TakeAsync(id, caller, seen, (child, now) => (change(child, now), null), _ => null);

    /// <summary>Takes a step that needs two heads, and keeps what each of them said.</summary>
    /// <param name="id">The child.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="seen">What the caller has seen.</param>
    /// <param name="reason">Why.</param>
    /// <param name="lift">The step.</param>
    /// <param name="refuse">Why this head may not.</param>
    /// <returns>The child's record after it, or a refusal.</returns>
    public Task<IResult> LiftAsync(
        ChildId id,
        Caller caller,
        IfMatch seen,
        string reason,
        Func<Child, LiftProposal, Child> lift,
        Func<Person, Finding?> refuse
    ) =>
        TakeAsync(
            id,
            caller,
            seen,
            (child, now) =>
            {
                var said = new LiftProposal(caller.Person, reason, now);
                return (lift(child, said), said);
            },
            refuse
        );

    private async Task<IResult> TakeAsync(
        ChildId id,
        Caller caller,
        IfMatch? seen,
        Func<Child, DateTimeOffset, (Child After, LiftProposal? Said)> change,
        Func<Person, Finding?> refuse
    )
    {
        while (true)
        {
            var (now, ct) = (clock.GetUtcNow(), CancellationToken.None);
            if (
                await ledger.ReadAsync(RegisterKinds.Children, id.Value, ct) is not { State: var child } before
                || await registers.HomeAsync(child.Home, ct) is not { } home
                || await registers.PersonAsync(caller.Person, ct) is not { } person
                || Sights.Of(caller, person, child, home, null, now) is not (var sight and not Sight.None)
            )
                return Findings.Nothing();
            if (sight is not Sight.Head)
                return Refusal.Of(StatusCodes.Status403Forbidden, "This is for the home's homes and service managers.");
            if (refuse(person) is { } refused)
                return Findings.Refuse([refused]);
            var (after, said) = change(child, now);
            if (after == child)
                return Answer.Ok(child, child.Version);
            if (seen?.Refuses(child.Version) is { } unseen)
                return unseen;
            after = after with { Version = child.Version + 1 };
            if (await writer.WriteAsync(after, caller.Person, before, ct, said))
                return Answer.Ok(after, after.Version);
        }
    }
}
