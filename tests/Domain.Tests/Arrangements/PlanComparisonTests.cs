using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Arrangements.Occasion;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

public sealed class PlanComparisonTests
{
    private static readonly Plan Judged = Lounge with { CheckInEvery = Minutes(30) };

    private static readonly Dictionary<string, Plan> Material = new()
    {
        ["child"] = Judged with { Child = new("c2") },
        ["worker"] = Judged with { Worker = Colleague.Id },
        ["purpose"] = Judged with { Purpose = Purpose.Homework },
        ["need"] = Judged with { Need = "Something else altogether, which nobody has seen." },
        ["place: name"] = Judged with { Place = Judged.Place with { Name = "quiet room" } },
        ["place: setting"] = Judged with { Place = Judged.Place with { Setting = Setting.Bedroom } },
        ["place: secluded"] = Judged with { Place = Judged.Place with { Secluded = true } },
        ["place: mitigation"] = Judged with { Place = Judged.Place with { Mitigation = new(true, true, Colleague.Id) } },
        ["place: door"] = Judged with { Place = Judged.Place with { DoorCondition = "wide open" } },
        ["start: later"] = Judged with { Start = Judged.Start.AddMinutes(31) },
        ["start: earlier"] = Judged with { Start = Judged.Start.AddMinutes(-31) },
        ["length"] = Judged with { Length = Judged.Length + Minutes(1) },
        ["safeguards: removed"] = Judged with { Safeguards = [] },
        ["safeguards: no longer required"] = Judged with { Safeguards = [Judged.Safeguards[0] with { Required = false }] },
        ["safeguards: another owner"] = Judged with { Safeguards = [Judged.Safeguards[0] with { Owner = Senior.Id }] },
        ["presence: another answer"] = Judged with { Presence = new Presence.NotNeeded(Senior.Id, "Works in the kitchen next door") },
        ["presence: another reason"] = Judged with { Presence = new Presence.CloseBy(Colleague.Id, "Somewhere about") },
        ["considerations"] = Judged with { Considerations = Judged.Considerations with { CaseHistory = "Something has come up" } },
        ["sexualFeelings"] = Judged with { SexualFeelings = SexualFeelingsDeclaration.Unsure },
        ["alsoPresent"] = Judged with { AlsoPresent = [new("c2")] },
        ["standing"] = Judged with { Standing = Agreed.Terms },
        ["under"] = Judged with { Under = new("a0") },
        ["inform"] = Judged with { Inform = [] },
        ["checkInEvery: longer"] = Judged with { CheckInEvery = Minutes(31) },
        ["checkInEvery: the policy's"] = Judged with { CheckInEvery = null },
        ["place: exposure"] = Judged with { Place = Judged.Place with { Exposure = Exposure.Unsupervised } },
        ["place: area"] = Judged with { Place = Judged.Place with { Area = "the cellar" } },
        ["alternatives: another answer"] = Judged with { Alternatives = Judged.Alternatives! with { Avoidable = true } },
        ["alternatives: another reason"] = Judged with { Alternatives = Judged.Alternatives! with { Reason = "Nobody else is there" } },
        ["alternatives: none"] = Judged with { Alternatives = null },
        ["engagedSign"] = Judged with { EngagedSign = true },
        ["familyContact"] = Judged with { FamilyContact = FamilyContact.Clashes },
        ["personalNumbers"] = Judged with { PersonalNumbers = true },
        ["childsView: not at ease"] = Judged with { ChildsView = Judged.ChildsView! with { Comfortable = false } },
        ["childsView: other words"] = Judged with { ChildsView = Judged.ChildsView! with { Words = "I would rather not" } },
        ["comfortMitigation"] = Judged with { ComfortMitigation = "She sits by the door and may leave" },
    };

    private static readonly Dictionary<string, Plan> NotMaterial = new()
    {
        ["shorter"] = Judged with { Length = Minutes(20) },
        ["half an hour later"] = Judged with { Start = Judged.Start.AddMinutes(30) },
        ["half an hour earlier"] = Judged with { Start = Judged.Start.AddMinutes(-30) },
        ["the same moment in another zone"] = Judged with { Start = Judged.Start.ToOffset(TimeSpan.FromHours(5)) },
        ["a safeguard more"] = Judged with { Safeguards = [.. Judged.Safeguards, new("Senior looks in", Senior.Id, true)] },
        ["safeguards in another order"] = Judged with { Safeguards = [new("Senior looks in", Senior.Id, true), .. Judged.Safeguards] },
        ["one more informed"] = Judged with { Inform = [.. Judged.Inform, Senior.Id] },
        ["white space in the need"] = Judged with { Need = $"  {Judged.Need.Replace(" ", " \n ", StringComparison.Ordinal)}\t" },
        ["white space in the place"] = Judged with { Place = Judged.Place with { Name = " lounge " } },
        ["white space in a safeguard"] = Judged with { Safeguards = [Judged.Safeguards[0] with { What = "The lounge door  stays open" }] },
        ["another way to reach the worker"] = Judged with { Contact = new(ContactMethod.Radio, Senior.Id) },
        ["white space in the child's words"] = Judged with
        {
            ChildsView = Judged.ChildsView! with { Words = $" {Judged.ChildsView!.Words} " },
        },
        ["checking in more often"] = Judged with { CheckInEvery = Minutes(15) },
    };

    public static TheoryData<string> MaterialChanges => [.. Material.Keys];

    public static TheoryData<string> OtherChanges => [.. NotMaterial.Keys];

    [Theory]
    [MemberData(nameof(MaterialChanges))]
    public void What_people_decide_on_is_material(string change) =>
        Assert.Equal<string>([change.Split(':')[0]], PlanComparison.Material(Judged, Material[change], Policy.Default));

    [Theory]
    [MemberData(nameof(OtherChanges))]
    public void What_makes_nothing_weaker_is_not_material(string change) =>
        Assert.Equal(ImmutableArray<string>.Empty, PlanComparison.Material(Judged, NotMaterial[change], Policy.Default));

    [Fact]
    public void Moving_the_start_counts_from_the_plan_that_was_judged()
    {
        var moved = Judged with { Start = Judged.Start.AddMinutes(20) };
        var movedAgain = Judged with { Start = Judged.Start.AddMinutes(40) };
        Assert.Empty(PlanComparison.Material(moved, movedAgain, Policy.Default));
        Assert.Equal<string>(["start"], PlanComparison.Material(Judged, movedAgain, Policy.Default));
    }

    [Fact]
    public void A_required_safeguard_stands_in_for_one_that_was_not() =>
        Assert.Empty(
            PlanComparison.Material(Judged with { Safeguards = [Judged.Safeguards[0] with { Required = false }] }, Judged, Policy.Default)
        );

    [Fact]
    public void Every_field_of_a_plan_is_compared()
    {
        var compared = Material.Keys.Select(k => k.Split(':')[0]).Distinct();
        var fields = typeof(Plan)
            .GetProperties()
            .Where(p => p.CanWrite)
            .Select(p => p.Name)
            .Where(n => n is not nameof(Plan.Contact))
            .Order();
        Assert.Equal(fields, compared.Select(f => char.ToUpperInvariant(f[0]) + f[1..]).Order());
    }
}
