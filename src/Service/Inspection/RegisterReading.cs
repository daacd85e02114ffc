using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Service.Inspection.Sections;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Inspection;

/// <summary>What of one report comes from the histories of the registers. Children come before people: who answers for one follows from them.</summary>
internal sealed class RegisterReading(
    Home home,
    Period period,
    PersonId reader,
    Sight sight,
    Past past,
    ReportRows report,
    CancellationToken ct
)
{
    private readonly HashSet<PersonId> families = [];

    public SectionRows Changes { get; } = ReportSections.Registers();

    public SectionRows Dates { get; } = ReportSections.Dates();

    public async Task AddAsync(Child child)
    {
        if (child.IsBarred(reader))
            return;
        await foreach (var moment in InPeriodAsync(RegisterKinds.Children, child.Id.Value))
        {
            report.Add(Dates, DateRow.Of(moment));
            report.Add(Changes, ProtectionRows.Of(moment, reader, sight is Sight.Head));
            report.Add(Changes, FamilyRows.Of(moment));
            families.UnionWith(FamilyRows.PeopleOf(moment.Before));
        }
    }

    public Task AddFamilyAsync(Child child)
    {
        if (!child.IsBarred(reader))
            families.UnionWith(FamilyRows.PeopleOf(child));
        return Task.CompletedTask;
    }

    public async Task AddAsync(Person person)
    {
        await foreach (var moment in InPeriodAsync(RegisterKinds.People, person.Id.Value))
            report.Add(Changes, RegisterRows.Of(moment, home, families.Contains(person.Id)));
    }

    public async Task AddHomeAndPolicyAsync()
    {
        await foreach (var moment in InPeriodAsync(RegisterKinds.Homes, home.Id.Value))
            report.Add(Changes, RegisterRows.Of(moment));
        await foreach (var moment in InPeriodAsync(RegisterKinds.CurrentPolicy, RegisterKinds.CurrentPolicyId))
            report.Add(Changes, RegisterRows.Of(moment));
    }

    private async IAsyncEnumerable<Moment<T, RegisterWritten<T>>> InPeriodAsync<T>(RegisterRecords<T> kind, string id)
        where T : class
    {
        await foreach (var moment in past.LiveAsync(kind, id, ct))
            if (period.Includes(moment.At))
                yield return moment;
    }
}
