using System.Net;
using OneToOne.Domain.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Guidance.Assessing;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

public sealed class L09Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly Consultations Asked = AssessedChild.Child!.Consultations!;

    public static TheoryData<string, Consultations> Lacking =>
        new()
        {
            { "child", Asked with { Child = null } },
            { "professionals", Asked with { Professionals = new Consultation.Held("", new(2026, 2, 1), "She is fine with it") } },
            {
                "professionals",
                Asked with
                {
                    Professionals = new Consultation.Held("Her teacher", new(2027, 2, 1), "She is fine with it"),
                }
            },
            { "previousCarers", Asked with { PreviousCarers = new Consultation.Held("Her aunt", new(2026, 2, 1), "") } },
            { "previousCarers", Asked with { PreviousCarers = new Consultation.NotPossible(" ") } },
        };

    [Theory]
    [MemberData(nameof(Lacking))]
    public async Task Each_of_the_three_was_asked_or_it_is_said_why_not_before_anything_is_arranged(string field, Consultations lacking)
    {
        var key = await house.NewChildAsync();

        var refused = await house.TryAgreeAsync(key, With(s => s with { Consultations = lacking }));

        refused.IsRefused(HttpStatusCode.UnprocessableEntity, "L-09");
        Assert.Equal("content.child.consultations." + field, Assert.Single(refused.Fields));
        var plan = house.Keywork with { Child = key.Child!.Value };
        (await house.Colleague.PostAsync("/api/arrangements", plan)).IsRefused(HttpStatusCode.UnprocessableEntity, "L-14");
    }

    [Fact]
    public async Task What_was_said_and_why_somebody_could_not_be_asked_is_kept()
    {
        var key = await house.NewChildAsync();

        (await house.TryAgreeAsync(key, AssessedChild)).IsDone();

        Assert.Equal(Asked, (await house.HomesManager.ReadAsync(key)).InForce!.Content.Child!.Consultations);
        Assert.IsType<Consultation.NotPossible>(Asked.PreviousCarers);
    }
}
