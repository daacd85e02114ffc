using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Registers;
using OneToOne.Service.Store;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>A change of the registers that takes away what an arrangement rests on.</summary>
/// <param name="Name">What it is.</param>
/// <param name="AtWorkersHome">Whether the plan is a visit to the worker's home, allowed in line with the care plan (L-23).</param>
/// <param name="Ends">Whether nothing can come of the arrangement any more.</param>
/// <param name="Document">The register document that it changes.</param>
/// <param name="Change">Makes the change.</param>
internal sealed record Upset(string Name, bool AtWorkersHome, bool Ends, Func<Scene, DocumentKey> Document, Func<Scene, Side, Task> Change)
{
    public static readonly Upset[] All =
    [
        Barring("parent-barred", Pat, false),
        Barring("manager-barred", Harriet, false),
        Barring("decider-barred", Harriet, true),
        OfChild("new-care-plan", true, child => child with { CarePlan = child.CarePlan with { Version = child.CarePlan.Version + 1 } }),
        new(
            "assessment-ended",
            false,
            true,
            AssessmentOf,
            (scene, side) =>
                Scene.DoneAsync(
                    side,
                    AssessmentKey.ForChild(scene.Child.Id),
                    new AssessmentCommand.Review(Harriet.Id, Role.HomesManager, ReviewResult.End, "She asks for two adults")
                )
        ),
        new(
            "assessment-agreed-anew",
            false,
            false,
            AssessmentOf,
            (scene, side) => Scene.DoneAsync(side, AssessmentKey.ForChild(scene.Child.Id), Scene.Agreement)
        ),
        new("worker-left", false, true, scene => RegisterKinds.People.KeyOf(scene.Worker.Id.Value), LeaveAsync),
        OfAgreement("agreement-refused", true, Pat, scene => new ArrangementCommand.Refuse(scene.Agreed, "No longer")),
        OfAgreement("agreement-withdrawn", false, Colin, _ => new ArrangementCommand.Withdraw("She does not want it any more")),
        OfAgreement("agreement-changed", false, Colin, scene => new ArrangementCommand.Change(Shorter(scene.Weekly))),
    ];

    /// <summary>The steps that it can take something from.</summary>
    public Stage[] Stages => IsOfAgreement ? [Stage.StartOccasionEarly, Stage.StartOccasionOnTime] : OfArrangement;

    private bool IsOfAgreement => Name.StartsWith("agreement-", StringComparison.Ordinal);

    private Stage[] OfArrangement =>
        [
            AtWorkersHome ? Stage.Decide : Stage.Request,
            Stage.ManagerApproves,
            .. Name.EndsWith("-barred", StringComparison.Ordinal) ? [Stage.ParentApproves] : Array.Empty<Stage>(),
            Stage.StartEarly,
            Stage.StartOnTime,
        ];

    public override string ToString() => Name;

    private static Upset Barring(string name, Person person, bool atWorkersHome) =>
        OfChild(
            name,
            atWorkersHome,
            child => child with { Barred = [new Bar(person.Id, "An allegation is looked into", Hosting.RunningServer.Evening)] }
        );

    private static Upset OfChild(string name, bool atWorkersHome, Func<Child, Child> change) =>
        new(
            name,
            atWorkersHome,
            false,
            scene => RegisterKinds.Children.KeyOf(scene.Child.Id.Value),
            async (scene, side) =>
            {
                var read = await side.Ledger.ReadAsync(RegisterKinds.Children, scene.Child.Id.Value, default);
                var written = change(read!.State) with { Version = read.State.Version + 1 };
                Assert.True(await side.Writer.WriteAsync(written, Sunil.Id, read, default));
            }
        );

    private static Upset OfAgreement(string name, bool ends, Person by, Func<Scene, ArrangementCommand> command) =>
        new(
            name,
            false,
            ends,
            scene => ArrangementRecords.Kind.KeyOf(scene.AgreementId.Value),
            async (scene, side) =>
                Assert.IsType<StepResult.Done>(await side.Arrangements.TakeAsync(new(scene.AgreementId, command(scene), by.Id), default))
        );

    private static Plan Shorter(Plan weekly) => weekly with { Standing = weekly.Standing! with { Longest = TimeSpan.FromMinutes(60) } };

    private static DocumentKey AssessmentOf(Scene scene) => AssessmentRecords.Kind.KeyOf(AssessmentKey.ForChild(scene.Child.Id).ToString());

    private static async Task LeaveAsync(Scene scene, Side side)
    {
        var read = await side.Ledger.ReadAsync(RegisterKinds.People, scene.Worker.Id.Value, default);
        var written = read!.State with { LeftOn = new DateOnly(2026, 3, 1), Version = read.State.Version + 1 };
        Assert.True(await side.Writer.WriteAsync(written, Sunil.Id, read, default));
    }
}
