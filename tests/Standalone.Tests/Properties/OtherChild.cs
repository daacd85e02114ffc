using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>Another child of the same home, with the same worker at the same time.</summary>
internal static class OtherChild
{
    /// <summary>Has the scene's own arrangement and that of another child approved, and lets ten minutes be left until they start.</summary>
    /// <returns>The other child's arrangement.</returns>
    public static async Task<ArrangementId> ApprovedAsync(Scene scene, bool together)
    {
        await scene.RegisterAsync();
        var other = scene.Child with { Id = new($"other-{scene.Id}") };
        Assert.True(await scene.Host.Writer.WriteAsync(other, Harriet.Id, null, default));
        await Scene.AgreeAsync(scene.Host, AssessmentKey.ForChild(other.Id), AssessedChild);
        await Scene.AgreeAsync(scene.Host, AssessmentKey.ForPair(other.Id, scene.Worker.Id), Assessed);
        await scene.HandOnAsync(scene.Host);
        ArrangementId theirs = new($"theirs-{scene.Id}");
        await ApprovedAsync(scene, theirs, scene.Plan with { Child = other.Id, AlsoPresent = together ? [scene.Child.Id] : [] });
        await ApprovedAsync(scene, scene.Id, scene.Plan with { AlsoPresent = together ? [other.Id] : [] });
        scene.Clock.AdvanceTo(scene.Plan.Start.AddMinutes(-10));
        return theirs;
    }

    private static async Task ApprovedAsync(Scene scene, ArrangementId id, Plan plan)
    {
        await scene.DoneAsync(id, Colin, new ArrangementCommand.Request(id, plan));
        await scene.DoneAsync(id, Harriet, new ArrangementCommand.Approve(scene.Shown, true));
        await scene.DoneAsync(id, Pat, new ArrangementCommand.Approve(scene.Shown, true));
        await scene.DoneAsync(id, Colin, new ArrangementCommand.AcknowledgeNotice(scene.Shown));
    }
}
