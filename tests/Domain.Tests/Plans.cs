using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Domain.Tests.Assessments;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests;

/// <summary>A plan that no rule objects to, and the facts it is judged by.</summary>
internal static class Plans
{
    public static readonly Plan Keywork = new()
    {
        Child = Cleo.Id,
        Worker = Worker.Id,
        Purpose = Purpose.Keywork,
        Need = "Prepare what she wants to say at her review meeting",
        Place = new("Lounge", Setting.SharedRoom, Secluded: false, Exposure: Exposure.Supervised),
        Start = Now.AddHours(24),
        Length = TimeSpan.FromMinutes(60),
        Safeguards = [new("The door stays open", Worker.Id, Required: true)],
        Presence = new Presence.CloseBy(Colleague.Id, "Colin is in the kitchen next door"),
        Considerations = new("She is thirteen and asks for privacy", "She prefers a woman", "Nothing that stands against it"),
        SexualFeelings = SexualFeelingsDeclaration.No,
        Alternatives = new(false, false, "She asked to speak about it with one adult only"),
        Contact = new(ContactMethod.WorkPhone, Colleague.Id),
        EngagedSign = false,
        FamilyContact = FamilyContact.None,
        PersonalNumbers = false,
        ChildsView = new(true, "Fine, if it is not too long"),
        Inform = [Colleague.Id],
    };

    public static readonly Facts Known = new()
    {
        Policy = Adopted,
        Home = OakHouse,
        Child = Cleo,
        Worker = Worker,
        Actor = Worker,
        Named = [.. Everybody],
        ChildAssessment = Assessed(AssessmentKey.ForChild(Cleo.Id)),
        WorkerAssessment = Assessed(AssessmentKey.ForWorker(Worker.Id)),
        PairAssessment = Assessed(AssessmentKey.ForPair(Cleo.Id, Worker.Id)),
    };

    /// <summary>An assessment agreed a day ago, in date for 89 days more.</summary>
    public static Assessment Assessed(AssessmentKey key, Outcome outcome = Outcome.Permit)
    {
        var agreed = Now.AddDays(-1);
        var content = new AssessmentContent(
            "She has run from crowds before and may do so again",
            "She once said that an adult had shouted at her",
            "A colleague knows where they are and rings at half time"
        )
        {
            Child = key.Kind is AssessmentKind.Child ? Answered.Sections : null,
        };
        return new()
        {
            Key = key,
            Home = Oak,
            WrittenBy = Colleague.Id,
            InForce = new(1, content, outcome, null, HomesManager.Id, Role.HomesManager, agreed, agreed.AddDays(90)),
            RemindedUpTo = agreed,
        };
    }

    /// <summary>The same assessment with another version in force.</summary>
    public static Assessment InForce(this Assessment assessment, Func<AssessmentVersion, AssessmentVersion> change) =>
        assessment with
        {
            InForce = change(assessment.InForce ?? throw new InvalidOperationException("nothing is in force")),
        };
}
