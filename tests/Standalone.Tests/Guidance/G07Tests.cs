using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-07: training and guidance for vulnerable areas is offered, and what became of it is kept.</summary>
public sealed class G07Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly VulnerableArea Cellar = new("the cellar", "Two adults, and the light stays on", "work in the cellar");

    [Fact]
    public async Task G_07_what_was_offered_and_what_became_of_it_is_kept()
    {
        Training[] offered =
        [
            new("work in the cellar", new(2026, 1, 5), TrainingAnswer.Declined, new(2026, 1, 9), null),
            new("lone working", new(2026, 2, 1), TrainingAnswer.Awaited, null, null),
            new("night shifts", new(2026, 1, 5), TrainingAnswer.Completed, new(2026, 1, 20), new(2027, 1, 20)),
        ];

        (await SetAsync<Person>($"/api/people/{Colin.Id}", colin => colin with { Training = [.. offered] })).IsDone();

        var kept = (await house.Administrator.GetAsync($"/api/people/{Colin.Id}")).IsDone().As<Person>().Training;
        Assert.Equal<IEnumerable<Training>>(offered, kept);
    }

    [Fact]
    public async Task G_07_a_training_without_a_topic_or_an_area_without_guidance_is_not_kept()
    {
        Training nothing = new(" ", new(2026, 1, 5), TrainingAnswer.Awaited, null, null);
        (await SetAsync<Person>($"/api/people/{Colin.Id}", colin => colin with { Training = [nothing] })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "person"
        );
        (await SetAsync<Home>($"/api/homes/{Oak}", oak => oak with { VulnerableAreas = [Cellar with { Guidance = "" }] })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "home"
        );
    }

    [Fact]
    public async Task G_07_a_plan_names_an_area_of_the_register_and_the_worker_reads_its_guidance()
    {
        (await SetAsync<Home>($"/api/homes/{Oak}", oak => oak with { VulnerableAreas = [Cellar] })).IsDone();
        (await SetAsync<Person>($"/api/people/{Wendy.Id}", wendy => wendy with { Training = [Completed(Cellar.Topic)] })).IsDone();

        var nowhere = house.Keywork with { Place = house.Keywork.Place with { Area = "the attic" } };
        (await house.Colleague.PostAsync("/api/arrangements", nowhere)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-07");
        await house.ApprovedAsync(plan => plan with { Place = plan.Place with { Area = Cellar.Name } });

        var page = await (await MailedLink.FindAsync(house, Wendy, "Your page")).OpenAsync();
        Assert.Contains(Cellar.Guidance, page.Text, StringComparison.Ordinal);
        var family = await (await MailedLink.FindAsync(house, Pat, "Please decide")).OpenAsync();
        Assert.DoesNotContain(Cellar.Guidance, family.Text, StringComparison.Ordinal);
    }

    private async Task<Reply> SetAsync<T>(string path, Func<T, T> change)
    {
        var read = (await house.Administrator.GetAsync(path)).IsDone();
        return await house.Administrator.PutAsync(path, change(read.As<T>())!, read.ETag);
    }
}
