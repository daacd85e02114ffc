using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Homes;
using OneToOne.Domain.Inspection;
using OneToOne.Domain.People;
using OneToOne.Domain.Retention;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Identity;
using OneToOne.Service.Inspection.Sections;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Retention;
using OneToOne.Service.Store;

namespace OneToOne.Service.Inspection;

/// <summary>
/// Reads what is available for inspection. Histories are lived one at a time; only the rows stay, and of these no more than
/// <see cref="MostRows"/>. Children for whom the reader is barred do not appear.
/// </summary>
/// <param name="store">Answers queries.</param>
/// <param name="past">Lives histories.</param>
/// <param name="registers">The registers.</param>
/// <param name="dates">Reads when what retention hangs on was changed.</param>
internal sealed class InspectionReader(IDocumentStore store, Past past, RegisterReader registers, ChildsDates dates)
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
    /// <returns>The sections; null when it is too much for one report.</returns>
    public async Task<ImmutableArray<ReportSection>?> ReadAsync(
        Home home,
        Period period,
        PersonId reader,
        Sight sight,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var reading = new Reading(period, reader, sight, past, registers, ct);
        // What last changed before the period has nothing in it; what changed in it or since may have been asked for at any time before.
        var changed = new DocumentQuery(Queries.ArrangementsOfHomeChanged, home.Id.Value) { From = StoreTime.Day(period.Begins) };
        var looked = 0;
        await foreach (var state in store.StatesAsync<Arrangement>(changed, ct))
        {
            if (++looked > MostRows)
                return null;
            if (state.RequestedAt < period.Ends)
                await reading.AddAsync(state);
            if (reading.Count > MostRows)
                return null;
        }
        await foreach (var state in store.StatesAsync<Assessment>(new(Queries.AssessmentsOfHome, home.Id.Value), ct))
            await reading.AddAsync(state, now);
        await foreach (var concern in store.StatesAsync<Concern>(new(Queries.ConcernsOfHome, home.Id.Value), ct))
            await reading.AddAsync(concern);
        await foreach (var drill in store.StatesAsync<Drill>(new(Queries.DrillsOfHome, home.Id.Value), ct))
            reading.Add(drill);
        await foreach (var child in store.StatesAsync<Child>(new(Queries.ChildrenOfHome, home.Id.Value), ct))
            if (!child.IsBarred(reader))
                reading.Add(child.Id, await dates.ChangesAsync(child.Id, ct));
        var made = new DocumentQuery(Queries.InspectionExportsOfHome, home.Id.Value)
        {
            From = StoreTime.Text(period.Begins),
            To = StoreTime.Text(period.Ends),
        };
        await foreach (var export in store.StatesAsync<InspectionExport>(made, ct))
            reading.Add(export);
        return reading.Count > MostRows ? null : await reading.DoneAsync();
    }

    // One reading of one report.
    private sealed class Reading(Period period, PersonId reader, Sight sight, Past past, RegisterReader registers, CancellationToken ct)
    {
        private readonly ImmutableArray<(ArrangementSection Section, SectionRows Rows)> ofArrangements =
        [
            .. ReportSections.OfArrangements.Select(s => (s, new SectionRows(s.Name, s.Title, s.Row))),
        ];

        private readonly SectionRows assessments = ReportSections.Assessments();
        private readonly SectionRows concerns = ReportSections.Concerns();
        private readonly SectionRows drills = ReportSections.Drills();
        private readonly SectionRows dates = ReportSections.Dates();
        private readonly SectionRows exports = ReportSections.Exports();
        private readonly RegisterVersions versions = new(past);
        private readonly Dictionary<ChildId, bool> mayKnow = [];
        private readonly SortedDictionary<string, PersonId> named = new(StringComparer.Ordinal);

        public int Count { get; private set; }

        public async Task AddAsync(Arrangement state)
        {
            if (!await MayKnowAsync(state.Plan.Child))
                return;
            var moments = await EveryAsync(past.LiveAsync(ArrangementRecords.Kind, state.Id.Value, ct));
            var hears = sight is Sight.Head && reader != state.Plan.Worker;
            var inspected = new InspectedArrangement(state, moments, await ActedAsAsync(state, moments), hears);
            foreach (var (section, rows) in ofArrangements)
            foreach (var row in section.Of(inspected, period))
                Add(rows, row);
        }

        public async Task AddAsync(Assessment state, DateTimeOffset now)
        {
            if (state.Key.Child is { } child && !await MayKnowAsync(child))
                return;
            var moments = await EveryAsync(past.LiveAsync(AssessmentRecords.Kind, state.Key.ToString(), ct));
            foreach (var row in AssessmentRow.Of(moments, period, now))
                Add(assessments, row);
        }

        public async Task AddAsync(Concern concern)
        {
            if (!concern.IsFor(reader) || !await MayKnowAsync(concern.Child))
                return;
            foreach (var row in ConcernRow.Of(concern, period, sight is Sight.Head))
                Add(concerns, row);
        }

        public void Add(Drill drill)
        {
            foreach (var row in DrillRow.Of(drill, period))
                Add(drills, row);
        }

        public void Add(ChildId child, ImmutableArray<DateChanged> changes)
        {
            foreach (var change in changes)
                if (period.Includes(change.At))
                    Add(dates, DateRow.Of(child, change));
        }

        public void Add(InspectionExport export)
        {
            if (period.Includes(export.At))
                Add(exports, ExportRow.Of(export));
        }

        public async Task<ImmutableArray<ReportSection>> DoneAsync()
        {
            var people = ReportSections.People();
            foreach (var person in await registers.PeopleAsync(named.Values, ct))
                people.Add(PersonRow.Of(person));
            Count += people.Count;
            SectionRows[] others = [assessments, concerns, drills, dates, exports, people];
            return [.. ofArrangements.Select(s => s.Rows).Concat(others).Select(rows => rows.Done())];
        }

        private void Add(SectionRows rows, IReportRow row)
        {
            rows.Add(row);
            Count++;
            foreach (var person in SectionRows.PeopleIn(row))
                named.TryAdd(person.Value, person);
        }

        private async ValueTask<bool> MayKnowAsync(ChildId id) =>
            mayKnow.TryGetValue(id, out var known)
                ? known
                : mayKnow[id] = await registers.ChildAsync(id, ct) is { } child && !child.IsBarred(reader);

        private async Task<ImmutableDictionary<int, Role>> ActedAsAsync(
            Arrangement state,
            ImmutableArray<Moment<Arrangement, ArrangementEvent>> moments
        )
        {
            var roles = ImmutableDictionary.CreateBuilder<int, Role>();
            foreach (var moment in moments)
                if (period.Includes(moment.At) && moment is { Event: ArrangementEvent.OverrideDecided e, Content: { } content })
                    if (await versions.RoleOfAsync(e.Decision.By, state.Home, content.Known, moment.At, ct) is { } role)
                        roles[moment.Sequence] = role;
            return roles.ToImmutable();
        }

        private static async Task<ImmutableArray<T>> EveryAsync<T>(IAsyncEnumerable<T> items)
        {
            var all = ImmutableArray.CreateBuilder<T>();
            await foreach (var item in items)
                all.Add(item);
            return all.ToImmutable();
        }
    }
}
