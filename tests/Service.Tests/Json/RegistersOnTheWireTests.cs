using System.Text.Json;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Json;

namespace OneToOne.Service.Tests.Json;

public sealed class RegistersOnTheWireTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 17, 0, 0, TimeSpan.Zero);

    public static TheoryData<object> Records =>
        new()
        {
            Policy.Default with
            {
                Quorums = Policy.Default.Quorums.Add(Purpose.LifeStory, Quorum.Any),
            },
            new Person
            {
                Id = new("wendy"),
                Name = "Wendy",
                Email = new("wendy@example.org"),
                Webhook = new("https://pager.example.org/wendy"),
                Roles = [Role.Worker],
                Engagement = new Engagement.Agency("Care Staff Ltd", "shown round"),
                Training = [new("isolated areas", new(2026, 1, 1), TrainingAnswer.Completed, new(2026, 1, 2), null)],
            },
            new Child
            {
                Id = new("c1"),
                Reference = "OAK-1",
                DateOfBirth = new(2012, 5, 4),
                Gender = "female",
                Home = new("oak"),
                CarePlan = new("CP-1", 3),
                CaseHistory = new("CH-1", 2),
                Responsible = [new(new("pat"), ResponsibilityKind.Delegated, "outings")],
                Barred = [new(new("bob"), "a court's order", At)],
            },
            new Home
            {
                Id = new("oak"),
                Name = "Oak House",
                TimeZone = "Europe/London",
                VulnerableAreas = [new("the cellar", "two adults, and the light on", "the cellar")],
                OnCall = new([new(Role.SeniorManager, [new(new("sam"), true, [new(At, At.AddDays(1))])])]),
            },
            new Assessment
            {
                Key = AssessmentKey.ForPair(new("c1"), new("wendy")),
                Home = new("oak"),
                WrittenBy = new("wendy"),
                InForce = new(
                    1,
                    new("a", "b", "c") { Induction = new("x", "y") },
                    Outcome.Permit,
                    null,
                    new("sam"),
                    null,
                    At,
                    At.AddDays(9)
                ),
                Reviews = [new(new("sam"), Role.SeniorManager, ReviewResult.Continue, "fine", 1, At, At.AddDays(9))],
            },
        };

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_reads_back_as_it_was_written(object record)
    {
        var text = JsonSerializer.Serialize(record, record.GetType(), WireFormat.Options);
        Assert.Equal(
            text,
            JsonSerializer.Serialize(
                JsonSerializer.Deserialize(text, record.GetType(), WireFormat.Options),
                record.GetType(),
                WireFormat.Options
            )
        );
    }

    [Fact]
    public void A_policy_names_its_purposes_and_quorums_as_words() =>
        Assert.Contains(
            "\"quorums\":{\"lifeStory\":\"any\"}",
            JsonSerializer.Serialize(
                Policy.Default with
                {
                    Quorums = Policy.Default.Quorums.Add(Purpose.LifeStory, Quorum.Any),
                },
                WireFormat.Options
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"levels":[{"role":"seniorManager","people":[{"person":"sam","deputy":false}]}]}""")]
    [InlineData("""{"levels":[{"role":"boss","people":[]}]}""")]
    [InlineData("""{"levels":null}""")]
    public void What_is_missing_or_unknown_in_an_on_call_list_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<OnCallList>(text, WireFormat.Options));
}
