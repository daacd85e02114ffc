using System.Collections.Immutable;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Inspection;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Service.Inspection.Sections;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Inspection;

/// <summary>
/// Reads what is available for inspection. Children for whom the reader is barred do not appear.
/// </summary>
/// <remarks>
/// Of arrangements, children and people only the histories are read of what changed since the period began; of assessments also of those that are
/// overdue or unfinished now; of the home and the policy always. They are read one at a time, and only the rows stay. At most
/// <see cref="MostRows"/> arrangements are looked through and as many rows made; a period with more is refused. Of concerns and drills no
/// history is read, but every one that the home had by the end of the period.
/// </remarks>
/// <param name="store">Answers queries.</param>
/// <param name="past">Lives histories.</param>
/// <param name="registers">The registers.</param>
internal sealed class InspectionReader(IDocumentStore store, Past past, RegisterReader registers)
{
    /// <summary>The most rows that a report has, and the most arrangements that it looks through.</summary>
    public const int MostRows = 20_000;

    /// <summary>Gathers the sections of a report.</summary>
    /// <param name="home">The home.</param>
    /// <param name="period">The period.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="sight">As what they look at the home.</param>
    /// <param name="now">This moment.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The sections, and how many records cannot be read; null when it is too much for one report.</returns>
    public async Task<(ImmutableArray<ReportSection> Sections, int Unreadable)?> ReadAsync(
        Home home,
        Period period,
        PersonId reader,
        Sight sight,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var report = new ReportRows();
        var changed = new RegisterReading(home, period, reader, sight, past, report, ct);
        var reading = new InspectionReading(period, reader, sight, past, registers, report, changed, ct);
        // What last changed before the period has nothing in it; what changed in it or since may have been asked for at any time before.
        var since = StoreTime.Day(period.Begins);
        await EachAsync<Arrangement>(
            Of(Queries.ArrangementsOfHomeChanged) with
            {
                From = since,
            },
            async state =>
            {
                if (state.RequestedAt < period.Ends)
                    await reading.AddAsync(state);
            }
        );
        if (reading.IsTooMuch)
            return null;
        await EachAsync<Assessment>(Of(Queries.AssessmentsOfHomeChanged) with { From = since }, state => reading.AddAsync(state, now));
        await EachAsync<Assessment>(
            Of(Queries.AssessmentsOfHome),
            state => AssessmentRow.IsAtFault(state, now) ? reading.AddAsync(state, now) : Task.CompletedTask
        );
        var begun = StoreTime.Text(period.Ends);
        await EachAsync<Concern>(Of(Queries.ConcernsOfHome) with { To = begun }, reading.AddAsync);
        await EachAsync<Drill>(Of(Queries.DrillsOfHome) with { To = begun }, reading.AddAsync);
        await EachAsync<Child>(Of(Queries.ChildrenOfHomeChanged) with { From = since }, changed.AddAsync);
        await EachAsync<Child>(Of(Queries.ChildrenOfHome), changed.AddFamilyAsync);
        await EachAsync<Person>(new(Queries.PeopleChanged) { From = since }, changed.AddAsync);
        await changed.AddHomeAndPolicyAsync();
        var made = Of(Queries.InspectionExportsOfHome) with { From = StoreTime.Text(period.Begins), To = begun };
        await EachAsync<InspectionExport>(made, reading.AddAsync);
        return reading.IsTooMuch ? null : (await reading.DoneAsync(), reading.Unreadable);

        // What a newer version of the program has written to keeps nothing else out of the report.
        async Task EachAsync<TState>(DocumentQuery query, Func<TState, Task> add)
        {
            await foreach (var document in store.AllAsync(query, ct))
                if (reading.IsTooMuch)
                    return;
                else
                    try
                    {
                        await add(Ledger.Read<TState>(document).State);
                    }
                    catch (JsonException)
                    {
                        reading.AddUnreadable(document.Key);
                    }
        }

        DocumentQuery Of(QueryDefinition ofHome) => new(ofHome, home.Id.Value);
    }
}
