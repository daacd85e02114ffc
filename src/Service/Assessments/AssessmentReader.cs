using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Assessments;

/// <summary>An assessment that a caller may see.</summary>
/// <param name="Record">The record; null while nothing has been written.</param>
/// <param name="As">The highest management role that the caller acts with in its home now; null for none.</param>
/// <param name="By">The caller.</param>
/// <param name="Sections">How much of a child's sections they see.</param>
/// <param name="At">When they look.</param>
public sealed record SeenAssessment(Record<Assessment>? Record, Role? As, PersonId By, SectionsSight Sections, DateTimeOffset At)
{
    /// <summary>Shows it to the caller, as it is now.</summary>
    /// <param name="state">The assessment.</param>
    /// <returns>What they see of it.</returns>
    public AssessmentView Shows(Assessment state) => AssessmentViews.Of(state, By, Sections, At);

    /// <summary>Shows it to the caller, as it was.</summary>
    /// <param name="then">The assessment as it was.</param>
    /// <returns>What they see of it; not how near its review was, which over many moments would tell the date.</returns>
    public AssessmentView ShowsPast(Assessment then) => AssessmentViews.Of(then, By, Sections, null);
}

/// <summary>An assessment whose review is near or past, or that waits to be agreed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="ReviewDue">When its review is due; null before the first content is agreed, and of a child's for who may not see its sections.</param>
/// <param name="Overdue">Whether that has passed.</param>
/// <param name="AwaitsAgreement">Whether a content waits to be agreed.</param>
public sealed record DueAssessment(string Key, DateTimeOffset? ReviewDue, bool Overdue, bool AwaitsAgreement);

/// <summary>Finds assessments for callers, and nothing that they may not know of.</summary>
/// <param name="steps">Reads assessments.</param>
/// <param name="registers">The registers.</param>
/// <param name="sections">Decides what of a child's sections is shown.</param>
/// <param name="store">Answers queries.</param>
/// <param name="clock">The product's clock.</param>
public sealed class AssessmentReader(
    AssessmentSteps steps,
    RegisterReader registers,
    SectionsSights sections,
    IDocumentStore store,
    TimeProvider clock
)
{
    /// <summary>Finds one.</summary>
    /// <param name="key">Which.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>What there is; null when the caller may not know whether there is anything.</returns>
    public async ValueTask<SeenAssessment?> FindAsync(AssessmentKey key, Caller caller, CancellationToken ct)
    {
        if (await registers.PersonAsync(caller.Person, ct) is not { } person)
            return null;
        var record = (await steps.ReadAsync(key, ct))?.Record;
        return await HomeOf(key, record?.State, ct) is { } home && await SightAsync(key, home, caller, person, ct) is not Sight.None
            ? new(
                record,
                Authority.Of(person, home, clock.GetUtcNow()),
                caller.Person,
                await sections.OfAsync(key, caller, person, home, clock.GetUtcNow(), ct),
                clock.GetUtcNow()
            )
            : null;
    }

    /// <summary>A home's assessments that somebody should look at, the most urgent first.</summary>
    /// <param name="home">The home.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The assessments; null when the caller may not know of the home.</returns>
    public async ValueTask<ImmutableArray<DueAssessment>?> DueAsync(HomeId home, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await registers.PersonAsync(caller.Person, ct) is not { } person || await registers.HomeAsync(home, ct) is not { } its)
            return null;
        if (Sights.OfHome(caller, person, its, now) is Sight.None)
            return null;
        var near = now.AddDays((await registers.CurrentPolicyAsync(ct)).ReviewReminders.Max());
        var due = new List<Assessment>();
        var query = new DocumentQuery(Queries.AssessmentsOfHome, home.Value) { Limit = DocumentQuery.MaximumLimit };
        await foreach (var state in store.StatesAsync<Assessment>(query, ct))
            if (IsDue(state, near) && await SightAsync(state.Key, its, caller, person, ct) is not Sight.None)
                due.Add(state);
        var sight = SectionsSights.OfManager(caller, person, its, now);
        return
        [
            .. due.OrderBy(state => state.InForce?.ReviewDue ?? DateTimeOffset.MinValue)
                .Select(state => Say(state, caller.Person, sight, now)),
        ];
    }

    private static bool IsDue(Assessment state, DateTimeOffset near) =>
        state.Proposed is not null || state.InForce is { Ended: false } version && version.ReviewDue <= near;

    private static DueAssessment Say(Assessment state, PersonId caller, SectionsSight sight, DateTimeOffset now) =>
        new(
            state.Key.ToString(),
            ReviewDates.AreFor(state.Key, state.InForce?.WrittenBy, caller, sight) ? state.InForce?.ReviewDue : null,
            state.InForce?.ReviewDue <= now,
            state.Proposed is not null
        );

    private async ValueTask<Home?> HomeOf(AssessmentKey key, Assessment? state, CancellationToken ct)
    {
        HomeId? home =
            state?.Home
            ?? (
                key.Child is { } child ? (await registers.ChildAsync(child, ct))?.Home
                : (await registers.PersonAsync(key.Worker!.Value, ct))?.Homes is [var first, ..] ? first
                : null
            );
        return home is { } id ? await registers.HomeAsync(id, ct) : null;
    }

    /// <summary>How a caller sees the assessment with a key.</summary>
    internal async ValueTask<Sight> SightAsync(AssessmentKey key, Home home, Caller caller, Person person, CancellationToken ct)
    {
        var worker = key.Worker is { } id ? await registers.PersonAsync(id, ct) : null;
        if (key.Child is not { } childId)
            return Sights.OfHome(caller, person, home, clock.GetUtcNow()) is var sight and not Sight.None ? sight
                : Sights.IsNominated(person, worker) ? Sight.Colleague
                : Sight.None;
        // An assessment is the staff's own work: families do not read it here.
        return
            await registers.ChildAsync(childId, ct) is { } child
            && Sights.Of(caller, person, child, home, worker, clock.GetUtcNow()) is var found and not Sight.Family
            ? found
            : Sight.None;
    }
}
