using System.Net;
using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Json;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>L-22: time together inside and outside the home is equally possible.</summary>
public sealed class L22Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Theory]
    [InlineData(Setting.SharedRoom)]
    [InlineData(Setting.Room)]
    [InlineData(Setting.FamilyHome)]
    [InlineData(Setting.PublicPlace)]
    [InlineData(Setting.Outdoors)]
    [InlineData(Setting.Vehicle)]
    public async Task L_22_each_setting_is_asked_for_in_the_same_way(Setting setting)
    {
        var plan = house.Keywork with { Place = house.Keywork.Place with { Name = "There", Setting = setting } };

        var asked = (await house.Colleague.PostAsync("/api/arrangements", plan)).Is(HttpStatusCode.Created);

        Assert.Equal("awaitingApproval", asked.As<ArrangementBrief>().Phase);
    }

    [Fact]
    public async Task L_22_a_setting_that_there_is_not_is_refused()
    {
        var plan = JsonSerializer.Serialize(house.Keywork, WireFormat.Options);
        Assert.Contains("\"sharedRoom\"", plan, StringComparison.Ordinal);

        var moon = plan.Replace("\"sharedRoom\"", "\"moon\"", StringComparison.Ordinal);
        (await house.Colleague.PostAsync("/api/arrangements", moon)).Is(HttpStatusCode.BadRequest);
        (await house.Colleague.PostAsync("/api/arrangements", plan)).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task L_22_a_place_without_a_name_is_refused() =>
        (
            await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { Place = house.Keywork.Place with { Name = " " } })
        ).IsRefused(HttpStatusCode.UnprocessableEntity, "L-21");
}
