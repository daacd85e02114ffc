using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Concerns;
using OneToOne.Domain.Drills;
using OneToOne.Domain.Inspection;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Identity;
using OneToOne.Service.Inspection.Sections;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;

namespace OneToOne.Service.Inspection;

/// <summary>One reading of one report: what was found becomes rows, and what the reader may not know does not.</summary>
internal sealed class InspectionReading(
    Period period,
    PersonId reader,
    Sight sight,
    Past past,
    RegisterReader registers,
    ReportRows report,
    RegisterReading changed,
    CancellationToken ct
)
{
    private readonly ImmutableArray<(ArrangementSection Section, SectionRows Rows)> ofArrangements =
    [
        .. ReportSections.OfArrangements.Select(s => (s, new SectionRows(s.Name, s.Title, s.Row))),
    ];

    private readonly SectionRows assessments = ReportSections.Assessments();
    private readonly SectionRows concerns = ReportSections.Concerns();
    private readonly SectionRows drills = ReportSections.Drills();
    private readonly SectionRows exports = ReportSections.Exports();
    private readonly RegisterVersions versions = new(past);
    private readonly Dictionary<ChildId, bool> mayKnow = [];
    private readonly HashSet<AssessmentKey> assessed = [];
    private readonly HashSet<DocumentKey> unreadable = [];
    private int looked;

    public bool IsTooMuch => looked > InspectionReader.MostRows || report.Count > InspectionReader.MostRows;

    public int Unreadable => unreadable.Count;

    // Nobody can tell whom such a concern is about; who may be that learns nothing of it by a number.
    public void AddUnreadable(DocumentKey key)
    {
        if (sight is Sight.Inspector || key.Type != DocumentTypes.Concern)
            unreadable.Add(key);
    }

    public async Task AddAsync(Arrangement state)
    {
        looked++;
        if (!await MayKnowAsync(state.Plan.Child))
            return;
        var moments = await EveryAsync(past.LiveAsync(ArrangementRecords.Kind, state.Id.Value, ct));
        var hears = sight is Sight.Head && reader != state.Plan.Worker;
        var inspected = new InspectedArrangement(state, moments, await ActedAsAsync(state, moments), hears);
        foreach (var (section, rows) in ofArrangements)
            report.Add(rows, section.Of(inspected, period));
    }

    public async Task AddAsync(Assessment state, DateTimeOffset now)
    {
        if ((state.Key.Child is { } child && !await MayKnowAsync(child)) || !assessed.Add(state.Key))
            return;
        var moments = await EveryAsync(past.LiveAsync(AssessmentRecords.Kind, state.Key.ToString(), ct));
        report.Add(assessments, AssessmentRow.Of(moments, period, now));
    }

    public async Task AddAsync(Concern concern)
    {
        if (concern.IsFor(reader) && await MayKnowAsync(concern.Child))
            report.Add(concerns, ConcernRow.Of(concern, period, sight is Sight.Head));
    }

    public Task AddAsync(Drill drill) => AddedAsync(drills, DrillRow.Of(drill, period));

    public Task AddAsync(InspectionExport export) =>
        AddedAsync(exports, period.Includes(export.At) ? [ExportRow.Of(export, sight is Sight.Inspector || export.By == reader)] : []);

    public async Task<ImmutableArray<ReportSection>> DoneAsync()
    {
        var people = ReportSections.People();
        foreach (var person in await registers.PeopleAsync(report.Named, ct))
            people.Add(PersonRow.Of(person));
        SectionRows[] others = [assessments, concerns, drills, changed.Changes, changed.Dates, exports, people];
        return [.. ofArrangements.Select(s => s.Rows).Concat(others).Select(rows => rows.Done())];
    }

    private Task AddedAsync(SectionRows rows, IEnumerable<IReportRow> said)
    {
        report.Add(rows, said);
        return Task.CompletedTask;
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
