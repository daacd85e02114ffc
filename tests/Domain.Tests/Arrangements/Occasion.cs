using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Tests.Assessments;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Arrangements;

/// <summary>One ordinary occasion: keywork in the lounge, four days from now, asked for by somebody who is not the worker.</summary>
internal static class Occasion
{
    public static readonly Person Requester = Staff("rita", Role.Worker) with { Engagement = new Engagement.Employed() };
    public static readonly Person SecondParent = Somebody("petra", Role.ParentOrCarer);
    public static readonly Person Stranger = Somebody("stan");

    public static readonly Person[] People = [.. Everybody, Requester, SecondParent, Stranger];

    public static readonly DateTimeOffset Start = Now.AddDays(4);

    public static readonly Plan Lounge = new()
    {
        Child = Cleo.Id,
        Worker = Worker.Id,
        Purpose = Purpose.Keywork,
        Need = "Weekly keywork on the placement plan, which Cleo asked to do with one adult only.",
        Place = new("lounge", Setting.SharedRoom, Secluded: false, Exposure: Exposure.Supervised),
        Start = Start,
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

    /// <summary>The grounds that a visit to the worker's home needs (L-24).</summary>
    public static readonly Domain.Overrides.CarePlanGrounds Grounds = new(
        "Riding lessons start from there",
        Cleo.CarePlan.Reference,
        Cleo.CarePlan.Version,
        "The care plan names riding"
    );

    public static readonly Plan WorkersHome = Lounge with
    {
        Place = new("the worker's stables", Setting.WorkersHome, Secluded: true, Exposure: Exposure.Isolated),
    };

    public static readonly Facts Facts = new()
    {
        Policy = Adopted,
        Home = OakHouse,
        Child = Cleo with
        {
            Responsible =
            [
                new(Parent.Id, ResponsibilityKind.ParentalResponsibility),
                new(SecondParent.Id, ResponsibilityKind.ParentalResponsibility),
            ],
        },
        Worker = Worker,
        Named = [.. People],
        ChildAssessment = Agreed(AssessmentKey.ForChild(Cleo.Id)),
        WorkerAssessment = Agreed(AssessmentKey.ForWorker(Worker.Id)),
        PairAssessment = Agreed(AssessmentKey.ForPair(Cleo.Id, Worker.Id)),
    };

    public static Assessment Agreed(AssessmentKey key) =>
        new()
        {
            Key = key,
            Home = Oak,
            WrittenBy = Requester.Id,
            InForce = new(
                1,
                new("Could feel trapped", "Could be misunderstood", "Door open, colleague near")
                {
                    PermitsUnplannedStart = true,
                    Child = key.Kind is AssessmentKind.Child ? Answered.Sections : null,
                },
                Outcome.Permit,
                null,
                Senior.Id,
                Role.SeniorManager,
                Now.AddDays(-30),
                Now.AddDays(60)
            ),
        };

    public static Facts Barring(this Facts facts, params Person[] people) =>
        facts with
        {
            Child = facts.Child with { Barred = [.. facts.Child.Barred, .. people.Select(p => new Bar(p.Id, "restricted", Now))] },
        };

    /// <summary>The registers with another version of the child's assessment in force.</summary>
    public static Facts WithChildAssessment(this Facts facts, Func<AssessmentVersion, AssessmentVersion> change) =>
        facts with
        {
            ChildAssessment = facts.ChildAssessment! with { InForce = change(facts.ChildAssessment.InForce!) },
        };

    public static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
