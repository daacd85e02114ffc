using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Tests;

/// <summary>A small home with everybody an arrangement needs. A test changes what it is about with <c>with</c>.</summary>
internal static class Registers
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 17, 0, 0, TimeSpan.Zero);
    public static readonly HomeId Oak = new("oak");

    /// <summary>The proposed policy, as an organisation has adopted it (G-01).</summary>
    public static readonly Policy Adopted = new() { Version = 2 };

    public static readonly Person Worker = Staff("wendy", Role.Worker) with
    {
        Engagement = new Engagement.Employed(),
        ContactGuidanceRead = new(new("wendy"), Adopted.PhysicalContactGuidance, Now),
        Training = [Completed("lone working"), Completed("isolated places"), Completed("street-based work")],
    };
    public static readonly Person Colleague = Staff("colin", Role.Worker) with { Engagement = new Engagement.Employed() };
    public static readonly Person Senior = Staff("sam", Role.SeniorManager);
    public static readonly Person HomesManager = Staff("harriet", Role.HomesManager);
    public static readonly Person ServiceManager = Staff("sunil", Role.ServiceManager);
    public static readonly Person Parent = Somebody("pat", Role.ParentOrCarer);
    public static readonly Person SocialWorker = Somebody("paula", Role.PlacingAuthority);

    public static readonly Person[] Everybody = [Worker, Colleague, Senior, HomesManager, ServiceManager, Parent, SocialWorker];

    public static readonly Home OakHouse = new()
    {
        Id = Oak,
        Name = "Oak House",
        TimeZone = "Europe/London",
        OnCall = OnCall(Senior, HomesManager, ServiceManager),
    };

    public static readonly Child Cleo = new()
    {
        Id = new("c1"),
        Reference = "OAK-1",
        DateOfBirth = new(2012, 5, 4),
        Gender = "female",
        Home = Oak,
        AdmittedOn = new(2026, 3, 2),
        CarePlan = new("CP-1", 3),
        CaseHistory = new("CH-1", 2),
        CarePlanRead = [new(Worker.Id, new("CP-1", 3), Now)],
        CaseHistoryRead = [new(Worker.Id, new("CH-1", 2), Now)],
        Responsible = [new(Parent.Id, ResponsibilityKind.ParentalResponsibility)],
        PlacingAuthority = [SocialWorker.Id],
    };

    /// <summary>A training that counts for good.</summary>
    public static Training Completed(string topic) => new(topic, new(2026, 1, 1), TrainingAnswer.Completed, new(2026, 1, 2), null);

    public static Person Staff(string id, params Role[] roles) => Somebody(id, roles) with { Homes = [Oak] };

    public static Person Somebody(string id, params Role[] roles) =>
        new()
        {
            Id = new(id),
            Name = id,
            Email = new($"{id}@example.org"),
            Roles = [.. roles],
        };

    public static OnCallList OnCall(Person senior, Person homes, Person service) =>
        new([
            new(Role.SeniorManager, [new(senior.Id, false, [])]),
            new(Role.HomesManager, [new(homes.Id, false, [])]),
            new(Role.ServiceManager, [new(service.Id, false, [])]),
        ]);
}
