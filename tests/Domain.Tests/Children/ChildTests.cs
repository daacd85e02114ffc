using OneToOne.Domain.Children;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Children;

public sealed class ChildTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void A_sound_record_has_no_finding() => Assert.Empty(Fields(Cleo));

    [Theory]
    [InlineData("2012-03-02", 14)]
    [InlineData("2012-03-03", 13)]
    [InlineData("2012-02-29", 14)]
    [InlineData("2026-03-02", 0)]
    public void Age_counts_completed_years(string born, int years) =>
        Assert.Equal(years, (Cleo with { DateOfBirth = DateOnly.Parse(born, null) }).AgeOn(Today));

    [Fact]
    public void Only_the_one_who_is_barred_is_barred()
    {
        var child = Cleo with { Barred = [new(Parent.Id, "a court's order", Now)] };
        Assert.True(child.IsBarred(Parent.Id));
        Assert.False(child.IsBarred(SocialWorker.Id));
    }

    [Fact]
    public void Barring_the_last_person_who_could_approve_is_possible() =>
        Assert.Empty(
            Fields(
                Cleo with
                {
                    PlacingAuthority = [],
                    Barred = [new(Parent.Id, "a court's order", Now), new(new("stranger"), "unknown to us", Now)],
                }
            )
        );

    [Fact]
    public void The_home_s_own_staff_are_never_responsible_for_a_child()
    {
        var both = Staff("both", Domain.People.Role.ParentOrCarer, Domain.People.Role.Worker);
        var child = Cleo with { Responsible = [new(both.Id, ResponsibilityKind.ParentalResponsibility)] };
        Assert.Equal(["responsible[0].person"], child.Check([.. Everybody, both], Today).Select(finding => finding.Field));
    }

    [Fact]
    public void The_placing_authority_is_outside_the_home_s_staff()
    {
        var both = Staff("both", Domain.People.Role.PlacingAuthority, Domain.People.Role.SeniorManager);
        var child = Cleo with { PlacingAuthority = [both.Id] };
        Assert.Equal(["placingAuthority[0]"], child.Check([.. Everybody, both], Today).Select(finding => finding.Field));
    }

    public static TheoryData<string, Child> Unsound =>
        new()
        {
            { "reference", Cleo with { Reference = " " } },
            { "reference", Cleo with { Reference = "two\nlines" } },
            { "reference", Cleo with { Reference = "broken \ud800" } },
            { "dateOfBirth", Cleo with { DateOfBirth = Today.AddDays(1), AdmittedOn = null } },
            { "admittedOn", Cleo with { AdmittedOn = Cleo.DateOfBirth.AddDays(-1) } },
            { "admittedOn", Cleo with { AdmittedOn = Today.AddYears(1).AddDays(1) } },
            { "dateOfBirth", Cleo with { DateOfBirth = Today.AddYears(-26) } },
            { "gender", Cleo with { Gender = "" } },
            { "carePlan", Cleo with { CarePlan = new("", 1) } },
            { "caseHistory", Cleo with { CaseHistory = new("CH-1", 0) } },
            { "responsible[0].person", Cleo with { Responsible = [new(new("ghost"), ResponsibilityKind.ParentalResponsibility)] } },
            { "responsible[0].person", Cleo with { Responsible = [new(SocialWorker.Id, ResponsibilityKind.ParentalResponsibility)] } },
            { "responsible[0].delegated", Cleo with { Responsible = [new(Parent.Id, ResponsibilityKind.Delegated)] } },
            {
                "responsible[0].delegated",
                Cleo with
                {
                    Responsible = [new(Parent.Id, ResponsibilityKind.ParentalResponsibility, "outings")],
                }
            },
            { "responsible", Cleo with { Responsible = [Cleo.Responsible[0], Cleo.Responsible[0]] } },
            { "placingAuthority[0]", Cleo with { PlacingAuthority = [Parent.Id] } },
            { "placingAuthority", Cleo with { PlacingAuthority = [SocialWorker.Id, SocialWorker.Id] } },
            { "barred[0].reason", Cleo with { Barred = [new(Parent.Id, "", Now)] } },
        };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void A_field_that_is_not_as_it_must_be_is_named(string field, Child child) => Assert.Equal([field], Fields(child));

    private static IEnumerable<string?> Fields(Child child) => child.Check(Everybody, Today).Select(finding => finding.Field);
}
