using OneToOne.Domain.People;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.People;

public sealed class PersonTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void Everybody_of_a_usual_home_can_be_kept() => Assert.All(Everybody, person => Assert.Empty(person.Check()));

    [Theory]
    [InlineData("José Ángel O’Brien-Šimůnek")]
    [InlineData("مريم بنت سعيد")]
    [InlineData("李雷")]
    public void A_name_of_any_script_can_be_kept(string name) => Assert.Empty((Parent with { Name = name }).Check());

    [Fact]
    public void A_parent_who_has_neither_mail_nor_webhook_can_be_kept() => Assert.Empty((Parent with { Email = null }).Check());

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void Somebody_has_left_from_the_day_on_which_they_are_no_longer_there(int daysLater, bool left) =>
        Assert.Equal(left, (Worker with { LeftOn = Day.AddDays(1) }).HasLeft(Day.AddDays(daysLater)));

    [Fact]
    public void Somebody_with_no_last_day_is_there() => Assert.False(Worker.HasLeft(DateOnly.MaxValue));

    [Fact]
    public void A_completed_training_counts_until_it_expires()
    {
        var training = new Training("isolated areas", Day, TrainingAnswer.Completed, Day, Day.AddDays(10));
        Assert.True(training.IsInDate(Day.AddDays(9)));
        Assert.False(training.IsInDate(Day.AddDays(10)));
        Assert.True((training with { ExpiresOn = null }).IsInDate(Day.AddYears(9)));
        Assert.False((training with { Answer = TrainingAnswer.Declined }).IsInDate(Day));
    }

    public static TheoryData<string, Person> Unsound =>
        new()
        {
            { "name", Parent with { Name = "" } },
            { "name", Parent with { Name = "Bcc: everybody\r\n" } },
            { "name", Parent with { Name = new('x', 201) } },
            { "roles", Parent with { Roles = [] } },
            { "roles", Parent with { Roles = [Role.ParentOrCarer, Role.ParentOrCarer] } },
            { "roles", Parent with { Roles = [(Role)99] } },
            { "email", Senior with { Email = null } },
            { "homes", Senior with { Homes = [] } },
            { "homes", Senior with { Homes = [Oak, Oak] } },
            { "engagement", Worker with { Engagement = null } },
            { "engagement", Parent with { Engagement = new Engagement.Employed() } },
            { "engagement", Worker with { Engagement = new Engagement.Agency("", "the house rules") } },
            { "engagement", Worker with { Engagement = new Engagement.Agency("Care Staff Ltd", " ") } },
            { "engagement.nominatedAdult", Worker with { Engagement = new Engagement.Independent(Worker.Id) } },
            { "loneWorkingIntegral", Senior with { LoneWorkingIntegral = true } },
            { "training[0]", Worker with { Training = [new("", Day, TrainingAnswer.Awaited, null, null)] } },
            { "training[0]", Worker with { Training = [new("areas", Day, TrainingAnswer.Completed, null, null)] } },
            { "training[0]", Worker with { Training = [new("areas", Day, TrainingAnswer.Awaited, Day, null)] } },
            { "training[0]", Worker with { Training = [new("areas", Day, TrainingAnswer.Declined, Day.AddDays(-1), null)] } },
            { "training[0]", Worker with { Training = [new("areas", Day, TrainingAnswer.Completed, Day, Day)] } },
        };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void A_field_that_is_not_as_it_must_be_is_named(string field, Person person) =>
        Assert.Equal([field], person.Check().Select(finding => finding.Field));
}
