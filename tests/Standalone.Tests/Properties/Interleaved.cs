using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Records;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>What came of a step and a register change that met, when both are done and the change is handed on.</summary>
/// <param name="Struck">Whether they met at all: there was a call to meet at.</param>
/// <param name="Result">What the step was answered.</param>
/// <param name="KnewOfTheChange">Whether the change was on disk before the step first looked at the document that it changed.</param>
internal sealed record Interleaved(bool Struck, StepResult? Result, bool KnewOfTheChange)
{
    public async Task HoldsAsync(string name, Scene scene, Stage stage, Upset upset)
    {
        try
        {
            if (await scene.Host.Arrangements.ReadAsync(scene.Id, default) is { } stored)
                await HoldsAsync(scene, stage, upset, stored);
            else
                Assert.True(stage == Stage.Request && upset.Ends && Result is not StepResult.Done, "The arrangement is lost.");
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{name}: {e.Message}", e);
        }
    }

    private async Task HoldsAsync(Scene scene, Stage stage, Upset upset, Stored<Arrangement> stored)
    {
        await NothingIsLeftToDoAsync(scene, stored);
        var started = stored.State.Phase is Phase.Active;
        Assert.Equal(started ? nameof(Phase.Active) : Expected(stage, upset), stored.State.Phase.GetType().Name);
        if (started)
            await LapseIsSaidAsync(scene, stage, stored.State);
        else
            await CannotBeStartedAsync(scene, stored.State);
    }

    // The change has reached the arrangement, and a second time is the same as once.
    private static async Task NothingIsLeftToDoAsync(Scene scene, Stored<Arrangement> stored)
    {
        await scene.Host.Arrangements.AdvanceAsync(scene.Id, default);
        var again = await scene.Host.Arrangements.ReadAsync(scene.Id, default);
        Assert.True(stored.ETag == again!.ETag, $"{stored.State.Phase.GetType().Name} had not heard of the change.");
    }

    private static string Expected(Stage stage, Upset upset) =>
        stage.IsOnTime ? nameof(Phase.Suspended)
        : upset.Ends ? nameof(Phase.EndedByReview)
        : upset.AtWorkersHome ? nameof(Phase.AwaitingOverride)
        : nameof(Phase.AwaitingApproval);

    private async Task LapseIsSaidAsync(Scene scene, Stage stage, Arrangement arrangement)
    {
        Assert.True(stage.IsStart);
        Assert.False(KnewOfTheChange, "It was started although the change was known.");
        Assert.NotNull(((Phase.Active)arrangement.Phase).Session.ExtensionBarred);
        Assert.IsType<StepResult.Refused>(await TakeAsync(scene, new ArrangementCommand.Extend(TimeSpan.FromMinutes(10))));
    }

    private static async Task CannotBeStartedAsync(Scene scene, Arrangement arrangement)
    {
        if (arrangement.Phase is Phase.AwaitingApproval { Round: var round })
            await CountsAsync(scene, arrangement, round);
        scene.Clock.AdvanceTo(scene.Plan.Start);
        Assert.IsType<StepResult.Refused>(await TakeAsync(scene, Stage.Start));
    }

    private static async Task CountsAsync(Scene scene, Arrangement arrangement, ApprovalRound round)
    {
        var child = await scene.Host.Registers.ChildAsync(scene.Child.Id, default);
        Assert.All(round.Approvals, approval => Assert.False(child!.IsBarred(approval.By.Person)));
        Assert.All(round.Approvals, approval => Assert.Equal(round.Digest, approval.Digest));
        foreach (var version in arrangement.Basis.Versions)
        {
            var now = await scene.Host.Registers.AssessmentAsync(version.Assessment, default);
            Assert.Equal(now!.InForce!.ContentVersion, version.ContentVersion);
        }
        foreach (var approver in new[] { Pat, Harriet }.Where(p => child!.IsBarred(p.Id)))
            Assert.IsNotType<StepResult.Done>(
                await scene.Host.Arrangements.TakeAsync(
                    new(scene.Id, new ArrangementCommand.Approve(round.Digest, true), approver.Id),
                    default
                )
            );
    }

    private static ValueTask<StepResult> TakeAsync(Scene scene, ArrangementCommand command) =>
        scene.Host.Arrangements.TakeAsync(new(scene.Id, command, scene.Worker.Id), default);
}
