using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Tests.Assessments;

namespace OneToOne.Bench.Sample;

/// <summary>One home of an organisation: its managers, its workers, and its children with a parent each.</summary>
internal sealed class SampleHome
{
    /// <summary>The policy that the organisation has set.</summary>
    public static readonly Policy Adopted = new() { Version = Policy.Default.Version + 1 };

    private readonly string suffix;
    private readonly DateTimeOffset agreedAt;

    public SampleHome(int number, int workers, int children, DateTimeOffset now)
    {
        suffix = $"-{number}";
        agreedAt = now.AddDays(-30);
        Senior = Staff("senior", Role.SeniorManager);
        Manager = Staff("manager", Role.HomesManager);
        Service = Staff("service", Role.ServiceManager);
        Colleague = Staff("colleague", Role.Worker) with { Engagement = new Engagement.Employed() };
        Home = new()
        {
            Id = new("home" + suffix),
            Name = $"Oak House {number}",
            TimeZone = "Europe/London",
            OnCall = new([
                new(Role.SeniorManager, [new(Senior.Id, false, [])]),
                new(Role.HomesManager, [new(Manager.Id, false, [])]),
                new(Role.ServiceManager, [new(Service.Id, false, [])]),
            ]),
        };
        Workers =
        [
            .. Enumerable
                .Range(0, workers)
                .Select(i => Staff($"worker{i}", Role.Worker) with { Engagement = new Engagement.Employed() })
                .Select(worker => worker with { ContactGuidanceRead = new(worker.Id, Policy.Default.PhysicalContactGuidance, agreedAt) }),
        ];
        Parents = [.. Enumerable.Range(0, children).Select(i => Somebody($"parent{i}", Role.ParentOrCarer))];
        Children = [.. Enumerable.Range(0, children).Select(ChildOf)];
    }

    public Home Home { get; }

    public Person Senior { get; }

    public Person Manager { get; }

    public Person Service { get; }

    public Person Colleague { get; }

    public ImmutableArray<Person> Workers { get; }

    public ImmutableArray<Person> Parents { get; }

    public ImmutableArray<Child> Children { get; }

    public IEnumerable<Person> People => [Senior, Manager, Service, Colleague, .. Workers, .. Parents];

    /// <summary>Each child's key worker.</summary>
    public Person WorkerOf(int child) => Workers[child % Workers.Length];

    public IEnumerable<Assessment> Assessments =>
        [
            .. Children.Select(child => Agreed(AssessmentKey.ForChild(child.Id))),
            .. Workers.Select(worker => Agreed(AssessmentKey.ForWorker(worker.Id))),
            .. Children.Select((child, i) => Agreed(AssessmentKey.ForPair(child.Id, WorkerOf(i).Id))),
        ];

    /// <summary>The registers as a step of a child's arrangement finds them.</summary>
    public Facts FactsOf(int child, Person? actor) =>
        new()
        {
            Policy = Adopted,
            Home = Home,
            Child = Children[child],
            Worker = WorkerOf(child),
            Actor = actor,
            Named = [Colleague],
            ChildAssessment = Agreed(AssessmentKey.ForChild(Children[child].Id)),
            WorkerAssessment = Agreed(AssessmentKey.ForWorker(WorkerOf(child).Id)),
            PairAssessment = Agreed(AssessmentKey.ForPair(Children[child].Id, WorkerOf(child).Id)),
        };

    public Plan PlanOf(int child, DateTimeOffset start) =>
        new()
        {
            Child = Children[child].Id,
            Worker = WorkerOf(child).Id,
            Purpose = Purpose.Keywork,
            Need = "Weekly keywork on the placement plan, which she asked to do with one adult only.",
            Place = new("lounge", Setting.SharedRoom, Secluded: false, Exposure: Exposure.Supervised),
            Start = start,
            Length = TimeSpan.FromMinutes(60),
            Safeguards = [new("The lounge door stays open", Colleague.Id, Required: true)],
            Presence = new Presence.CloseBy(Colleague.Id, "Works in the kitchen next door"),
            Considerations = new("Old enough to say what she wants", "Asked for a woman", "Nothing that speaks against it"),
            SexualFeelings = SexualFeelingsDeclaration.No,
            Alternatives = new(false, false, "She asked to speak about it with one adult only"),
            Contact = new(ContactMethod.WorkPhone, Colleague.Id),
            EngagedSign = false,
            FamilyContact = FamilyContact.None,
            PersonalNumbers = false,
            ChildsView = new(true, "Fine, if it is not too long"),
            Inform = [Colleague.Id],
        };

    private Child ChildOf(int number) =>
        new()
        {
            Id = new($"child{number}{suffix}"),
            Reference = $"OAK{suffix}-{number}",
            DateOfBirth = new(2012, 5, 4),
            Gender = "female",
            Home = Home.Id,
            AdmittedOn = DateOnly.FromDateTime(agreedAt.UtcDateTime),
            CarePlan = new("CP-1", 3),
            CaseHistory = new("CH-1", 2),
            CarePlanRead = [.. Workers.Select(worker => new Acknowledgement(worker.Id, new("CP-1", 3), agreedAt))],
            CaseHistoryRead = [.. Workers.Select(worker => new Acknowledgement(worker.Id, new("CH-1", 2), agreedAt))],
            Responsible = [new(Parents[number].Id, ResponsibilityKind.ParentalResponsibility)],
        };

    private Assessment Agreed(AssessmentKey key) =>
        new()
        {
            Key = key,
            Home = Home.Id,
            WrittenBy = Colleague.Id,
            InForce = new(
                1,
                new(
                    "She has run from crowds before and may do so again",
                    "She once said that an adult had shouted at her",
                    "A colleague knows where they are and rings at half time"
                )
                {
                    Child = key.Kind is AssessmentKind.Child ? Answered.Sections : null,
                },
                Outcome.Permit,
                null,
                Senior.Id,
                Role.SeniorManager,
                agreedAt,
                agreedAt.AddDays(90)
            ),
            RemindedUpTo = agreedAt,
        };

    private Person Staff(string name, params Role[] roles) => Somebody(name, roles) with { Homes = [new("home" + suffix)] };

    private Person Somebody(string name, params Role[] roles) =>
        new()
        {
            Id = new(name + suffix),
            Name = name,
            Email = new($"{name}{suffix}@example.org"),
            Roles = [.. roles],
        };
}
