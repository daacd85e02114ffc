using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Service.Registers;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Registers;

/// <summary>What somebody has read is no change of what another decides on: whoever keeps the register is not held up by a shift that reads.</summary>
public sealed class AcknowledgedTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string Address = "/api/children/cleo";

    [Fact]
    public async Task A_child_is_changed_as_it_was_read_although_somebody_has_read_about_it_since()
    {
        var read = await ReadAsync();
        await house.Colleague.ReadAboutAsync(read.As<Child>());
        Assert.Equal(read.ETag, (await ReadAsync()).ETag);

        (await house.HomesManager.PutAsync(Address, read.As<Child>() with { Gender = "girl" }, read.ETag)).IsDone();

        var child = (await ReadAsync()).As<Child>();
        Assert.Equal("girl", child.Gender);
        Assert.Contains(child.CarePlanRead, one => one.By == Colin.Id);
        Assert.NotEqual(read.ETag, (await ReadAsync()).ETag);
    }

    [Fact]
    public async Task Nothing_is_lost_when_a_whole_shift_reads_at_the_moment_of_a_change()
    {
        var read = await ReadAsync();
        var child = read.As<Child>() with { CaseHistory = new("CH-2", 1) };
        (await house.HomesManager.PutAsync(Address, child, read.ETag)).IsDone();
        read = await ReadAsync();
        Api[] shift = [house.Worker, house.Colleague, house.Senior, house.HomesManager, house.ServiceManager];

        var changed = house.Administrator.PutAsync(Address, child with { Reference = "OAK-17" }, read.ETag);
        await Task.WhenAll(shift.Select(one => one.ReadAboutAsync(child)).Append(changed));

        (await changed).IsDone();
        var after = (await ReadAsync()).As<Child>();
        Assert.Equal("OAK-17", after.Reference);
        Assert.Equal(
            [Colin.Id, Harriet.Id, Sam.Id, Sunil.Id, Wendy.Id],
            after.CaseHistoryRead.Where(one => one.What == child.CaseHistory).Select(one => one.By).OrderBy(by => by.Value)
        );
    }

    [Fact]
    public async Task A_newer_acknowledgement_takes_the_place_of_the_older_one_which_the_history_keeps()
    {
        await house.Senior.ReadAboutAsync((await ReadAsync()).As<Child>());
        var read = await ReadAsync();
        var newer = read.As<Child>() with { CarePlan = new("CP-1", read.As<Child>().CarePlan.Version + 1) };
        (await house.HomesManager.PutAsync(Address, newer, read.ETag)).IsDone();

        await house.Senior.ReadAboutAsync(newer);

        var now = (await ReadAsync()).As<Child>();
        Assert.Equal(newer.CarePlan, Assert.Single(now.CarePlanRead, one => one.By == Sam.Id).What);
        var changes = (await house.HomesManager.GetAsync($"{Address}/history")).IsDone().As<RegisterHistory>().Changes;
        Assert.True(changes.Count(change => change.By == Sam.Id && change.Fields.Any(field => field.Field == "carePlanRead")) > 1);
    }

    [Fact]
    public async Task A_person_is_changed_as_they_were_read_although_they_have_read_the_guidance_since()
    {
        var read = (await house.Administrator.GetAsync("/api/people/colin")).IsDone();
        (await house.Colleague.PostAsync("/api/people/colin/acknowledgements", new { physicalContactGuidance = 1 })).IsDone();

        (await house.Administrator.PutAsync("/api/people/colin", read.As<Person>() with { Name = "Colin" }, read.ETag)).IsDone();

        Assert.NotNull((await house.Colleague.GetAsync("/api/people/colin")).IsDone().As<Person>().ContactGuidanceRead);
    }

    private async Task<Reply> ReadAsync() => (await house.HomesManager.GetAsync(Address)).IsDone();
}
