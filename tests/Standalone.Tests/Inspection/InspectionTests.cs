using System.Net;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Inspection;

public sealed class InspectionTests(OakHouse house) : IClassFixture<OakHouse>
{
    private const string March = "/api/inspection?home=oak&from=2026-03-01&to=2026-03-31";

    [Fact]
    public async Task It_is_for_inspectors_and_the_homes_and_service_managers_of_the_home_and_for_nobody_else()
    {
        foreach (var api in new[] { house.Inspector, house.HomesManager, house.ServiceManager })
            (await api.GetAsync(March)).IsDone();
        foreach (var api in new[] { house.Worker, house.Senior, house.Parent, house.SocialWorker, house.Administrator })
            (await api.GetAsync(March)).Is(HttpStatusCode.Forbidden);
        (await house.Stranger.GetAsync(March)).Is(HttpStatusCode.NotFound);
        // The token says it and the register does not.
        (await house.As("wendy", Role.Inspector).GetAsync(March)).Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("from=2026-03-02&to=2026-03-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("from=2026-03-01&to=2027-03-02", HttpStatusCode.UnprocessableEntity)]
    [InlineData("from=2026-03-01&to=9999-12-31", HttpStatusCode.UnprocessableEntity)]
    [InlineData("from=2026-03-01", HttpStatusCode.BadRequest)]
    [InlineData("from=March&to=April", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-03-01&to=2026-03-02&format=pdf", HttpStatusCode.BadRequest)]
    public async Task What_is_no_period_or_no_format_is_refused(string asked, HttpStatusCode status) =>
        (await house.Inspector.GetAsync($"/api/inspection?home=oak&{asked}")).Is(status);
}
