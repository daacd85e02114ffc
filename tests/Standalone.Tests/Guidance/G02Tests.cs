using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-02: one-to-one time is never forbidden altogether; it is made safe.</summary>
public sealed class G02Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task G_02_for_every_purpose_there_is_a_way_to_an_approval()
    {
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            var id = await house.RequestedAsync(plan => plan with { Purpose = purpose });
            Assert.Equal("awaitingApproval", (await house.HomesManager.SeeAsync(id)).Phase);
        }
    }

    [Fact]
    public async Task G_02_no_field_of_the_policy_forbids_it()
    {
        var policy = (await house.Administrator.GetAsync("/api/policy")).IsDone();

        // Whoever adds a field that could be set to forbid all of it has to say so here first.
        Assert.Equal(
            [nameof(Policy.Adopted)],
            typeof(Policy)
                .GetProperties()
                .Where(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(bool))
                .Select(p => p.Name)
        );
        (
            await house.Administrator.PutAsync("/api/policy", """{"longestPlan":"00:00:00","checkInInterval":"00:00:00"}""", policy.ETag)
        ).IsRefused(System.Net.HttpStatusCode.UnprocessableEntity, "policy");
    }

    [Fact]
    [Trait("Store", "Own")]
    public async Task G_02_outside_all_that_the_organisation_has_agreed_on_there_is_still_a_way_to_an_approval()
    {
        await using var own = await OakHouse.OpenAsync(house.Now);
        var read = (await own.Administrator.GetAsync("/api/policy")).IsDone();
        var narrow =
            """{"workingArrangements":[{"name":"Homework","days":["monday"],"from":"09:00:00","until":"09:30:00","purposes":["homework"],"settings":["room"]}]}""";
        (await own.Administrator.PutAsync("/api/policy", narrow, read.ETag)).IsDone();

        var id = await own.ApprovedAsync();

        Assert.Equal("approved", (await own.HomesManager.SeeAsync(id)).Phase);
    }
}
