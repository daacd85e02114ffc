using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Tests.Assessments;

namespace OneToOne.Standalone.Tests.Support;

/// <summary>Entries of the registers of two invented homes. A test changes what it is about with <c>with</c>.</summary>
internal static class Registered
{
    public static readonly HomeId Oak = new("oak");
    public static readonly HomeId Elm = new("elm");

    public static readonly Person Wendy = Worker("wendy", Oak) with
    {
        Training = [Completed("lone working"), Completed("isolated places"), Completed("street-based work")],
    };
    public static readonly Person Colin = Worker("colin", Oak);
    public static readonly Person Sam = Staff("sam", Oak, Role.SeniorManager);
    public static readonly Person Harriet = Staff("harriet", Oak, Role.HomesManager);
    public static readonly Person Sunil = Staff("sunil", Oak, Role.ServiceManager);
    public static readonly Person Ines = Staff("ines", Oak, Role.Inspector);
    public static readonly Person Pat = Somebody("pat", Role.ParentOrCarer);
    public static readonly Person Robin = Somebody("robin", Role.ParentOrCarer);
    public static readonly Person Paula = Somebody("paula", Role.PlacingAuthority);

    public static readonly Person Wilf = Worker("wilf", Elm);
    public static readonly Person Eve = Staff("eve", Elm, Role.SeniorManager);
    public static readonly Person Hugo = Staff("hugo", Elm, Role.HomesManager);
    public static readonly Person Seth = Staff("seth", Elm, Role.ServiceManager);

    public static readonly Person[] Everybody = [Wendy, Colin, Sam, Harriet, Sunil, Ines, Pat, Robin, Paula, Wilf, Eve, Hugo, Seth];

    public static readonly Home Oaks = Home(Oak, "Oak House", Sam, Harriet, Sunil);
    public static readonly Home Elms = Home(Elm, "Elm House", Eve, Hugo, Seth);

    /// <summary>The proposed policy, as an organisation has adopted it (G-01).</summary>
    public static readonly Policy Adopted = new() { Version = 2 };

    public static readonly Child Cleo = new()
    {
        Id = new("cleo"),
        Reference = "OAK-1",
        DateOfBirth = new(2012, 5, 4),
        Gender = "female",
        Home = Oak,
        AdmittedOn = new(2026, 3, 2),
        CarePlan = new("CP-1", 3),
        CaseHistory = new("CH-1", 2),
        Responsible = [new(Pat.Id, ResponsibilityKind.ParentalResponsibility)],
        PlacingAuthority = [Paula.Id],
    };

    public static readonly Child Ellis = Cleo with { Id = new("ellis"), Reference = "ELM-1", Home = Elm, Responsible = [] };

    public static readonly AssessmentContent Assessed = new(
        "She has run from crowds before and may do so again",
        "She once said that an adult had shouted at her",
        "A colleague knows where they are and rings at half time"
    )
    {
        PermitsUnplannedStart = false,
    };

    /// <summary>What a child's assessment says: every part answered, and nothing found.</summary>
    public static readonly AssessmentContent AssessedChild = Assessed with { Child = Answered.Sections };

    /// <summary>What the assessment with this key says: a child's answers more.</summary>
    public static AssessmentContent AssessedFor(AssessmentKey key) => key.Kind is AssessmentKind.Child ? AssessedChild : Assessed;

    /// <summary>The child's record once this worker has read care plan and case history.</summary>
    public static Child ReadBy(this Child child, PersonId worker) =>
        child with
        {
            CarePlanRead = [new(worker, child.CarePlan, DateTimeOffset.UnixEpoch)],
            CaseHistoryRead = [new(worker, child.CaseHistory, DateTimeOffset.UnixEpoch)],
        };

    /// <summary>The record of a worker who has read the guidance on physical contact.</summary>
    public static Person HavingRead(this Person person) =>
        person with
        {
            ContactGuidanceRead = new(person.Id, Policy.Default.PhysicalContactGuidance, DateTimeOffset.UnixEpoch),
        };

    /// <summary>A training that counts for good.</summary>
    public static Training Completed(string topic) => new(topic, new(2026, 1, 1), TrainingAnswer.Completed, new(2026, 1, 2), null);

    public static Person Worker(string id, HomeId home) => Staff(id, home, Role.Worker) with { Engagement = new Engagement.Employed() };

    public static Person Staff(string id, HomeId home, params ImmutableArray<Role> roles) => Somebody(id, roles) with { Homes = [home] };

    public static Person Somebody(string id, params ImmutableArray<Role> roles) =>
        new()
        {
            Id = new(id),
            Name = id,
            Email = new($"{id}@example.org"),
            Roles = roles,
        };

    private static Home Home(HomeId id, string name, Person senior, Person homes, Person service) =>
        new()
        {
            Id = id,
            Name = name,
            TimeZone = "Europe/London",
            OnCall = new([
                new(Role.SeniorManager, [new(senior.Id, false, [])]),
                new(Role.HomesManager, [new(homes.Id, false, [])]),
                new(Role.ServiceManager, [new(service.Id, false, [])]),
            ]),
        };
}
