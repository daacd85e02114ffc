using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class G14Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task Neither_a_worker_nor_family_nor_an_inspector_nor_an_administrator_agrees()
    {
        var key = AssessmentKey.ForWorker(Colin.Id);
        (await house.Colleague.PutAsync(key.Address() + "/proposal", Assessed)).IsDone();

        (await house.AgreeAsync(key, house.Worker)).IsRefused(HttpStatusCode.Forbidden, "G-14");
        (await house.AgreeAsync(key, house.Colleague)).IsRefused(HttpStatusCode.Forbidden, "G-14");
        (await house.AgreeAsync(key, house.Inspector)).IsRefused(HttpStatusCode.Forbidden, "G-14");
        foreach (var outside in new[] { house.Parent, house.SocialWorker, house.Stranger, house.Administrator })
            (await house.AgreeAsync(key, outside)).Is(HttpStatusCode.NotFound);

        Assert.Null((await house.HomesManager.ReadAsync(key)).InForce);
    }

    [Fact]
    public async Task A_worker_who_is_also_a_manager_does_not_agree_what_is_about_themselves()
    {
        var mary = await house.NewWorkerAsync("mary", p => p with { Roles = [Role.Worker, Role.HomesManager] });
        var key = AssessmentKey.ForWorker(mary.Id);

        (await house.TryAgreeAsync(key, Assessed, by: house.As(mary))).IsRefused(HttpStatusCode.Forbidden, "G-14");
        (await house.TryAgreeAsync(AssessmentKey.ForPair(Cleo.Id, mary.Id), Assessed, by: house.As(mary))).IsRefused(
            HttpStatusCode.Forbidden,
            "G-14"
        );

        (await house.AgreeAsync(key, house.HomesManager)).IsDone();
    }

    [Fact]
    public async Task A_manager_at_each_of_the_three_levels_agrees_and_each_version_says_who()
    {
        var key = await house.NewChildAsync();
        foreach (var (manager, person) in new[] { (house.Senior, Sam), (house.HomesManager, Harriet), (house.ServiceManager, Sunil) })
        {
            (
                await house.TryAgreeAsync(key, AssessedChild with { Precautions = $"As {person.Id} has asked for it to be" }, by: manager)
            ).IsDone();
            var version = (await house.HomesManager.ReadAsync(key)).InForce!;
            Assert.Equal((person.Id, person.Roles[0], Colin.Id), (version.AgreedBy, version.AgreedAs, version.WrittenBy));
        }
    }
}
