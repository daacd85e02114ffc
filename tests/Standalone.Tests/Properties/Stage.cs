using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Overrides;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>A step that rests on the registers, and what goes before it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Before">What goes before.</param>
/// <param name="By">Who takes it.</param>
/// <param name="Command">What they ask.</param>
internal sealed record Stage(string Name, Func<Scene, Task> Before, Func<Scene, Person> By, Func<Scene, ArrangementCommand> Command)
{
    public static readonly Stage Request = new(
        "request",
        _ => Task.CompletedTask,
        _ => Colin,
        scene => new ArrangementCommand.Request(scene.Id, scene.Plan)
    );

    public static readonly Stage Decide = new("decide", RequestedAsync, _ => Harriet, scene => Allow);

    public static readonly Stage ManagerApproves = new(
        "manager-approves",
        async scene =>
        {
            await AskedAsync(scene);
            await scene.DoneAsync(Pat, new ArrangementCommand.Approve(scene.Shown, true));
        },
        _ => Harriet,
        scene => new ArrangementCommand.Approve(scene.Shown, true)
    );

    public static readonly Stage ParentApproves = new(
        "parent-approves",
        async scene =>
        {
            await AskedAsync(scene);
            await scene.DoneAsync(Harriet, new ArrangementCommand.Approve(scene.Shown, true));
        },
        _ => Pat,
        scene => new ArrangementCommand.Approve(scene.Shown, true)
    );

    /// <summary>In the start window, before the planned start.</summary>
    public static readonly Stage StartEarly = new("start-early", scene => ReadyAsync(scene, -10), scene => scene.Worker, _ => Start);

    /// <summary>At the planned start, when the child may be with the worker already.</summary>
    public static readonly Stage StartOnTime = new("start-on-time", scene => ReadyAsync(scene, 0), scene => scene.Worker, _ => Start);

    /// <summary>The same of an occasion that rests on an agreement.</summary>
    public static readonly Stage StartOccasionEarly = new(
        "start-under-early",
        scene => OccasionAsync(scene, -10),
        scene => scene.Worker,
        _ => Start
    );

    public static readonly Stage StartOccasionOnTime = new(
        "start-under-on-time",
        scene => OccasionAsync(scene, 0),
        scene => scene.Worker,
        _ => Start
    );

    public bool IsStart => Name.StartsWith("start-", StringComparison.Ordinal);

    public bool IsOnTime => Name.EndsWith("-on-time", StringComparison.Ordinal);

    public static ArrangementCommand Start => new ArrangementCommand.Start(new([0]));

    private static ArrangementCommand.DecideOverride Allow =>
        new ArrangementCommand.DecideOverride(
            "L-23",
            Allow: true,
            "At the worker's home",
            "The horse is there",
            new CarePlanGrounds("The stable belongs to the house", "CP-1", 3, "Riding is agreed there")
        );

    /// <summary>Takes the step on one side.</summary>
    public ValueTask<StepResult> TakeAsync(Scene scene, Side side) =>
        side.Arrangements.TakeAsync(new(scene.Id, Command(scene), By(scene).Id), default);

    public override string ToString() => Name;

    private static Task RequestedAsync(Scene scene) => scene.DoneAsync(Colin, new ArrangementCommand.Request(scene.Id, scene.Plan));

    private static async Task AskedAsync(Scene scene)
    {
        await RequestedAsync(scene);
        if (scene.Plan.Place.Setting == Setting.WorkersHome)
            await scene.DoneAsync(Harriet, Allow);
    }

    private static async Task ReadyAsync(Scene scene, int minutesAfterStart)
    {
        await AskedAsync(scene);
        await scene.DoneAsync(Harriet, new ArrangementCommand.Approve(scene.Shown, true));
        await scene.DoneAsync(Pat, new ArrangementCommand.Approve(scene.Shown, true));
        await ToldAsync(scene, minutesAfterStart);
    }

    private static async Task OccasionAsync(Scene scene, int minutesAfterStart)
    {
        var agreement = scene.AgreementId;
        await scene.DoneAsync(agreement, Colin, new ArrangementCommand.Request(agreement, scene.Weekly));
        await scene.DoneAsync(agreement, Harriet, new ArrangementCommand.Approve(scene.Shown, true));
        await scene.DoneAsync(agreement, Pat, new ArrangementCommand.Approve(scene.Shown, true));
        scene.Agreed = scene.Shown;
        await scene.DoneAsync(Colin, new ArrangementCommand.PlanOccasion(scene.Id, scene.Plan with { Under = agreement }, false));
        await ToldAsync(scene, minutesAfterStart);
    }

    private static async Task ToldAsync(Scene scene, int minutesAfterStart)
    {
        await scene.DoneAsync(Colin, new ArrangementCommand.AcknowledgeNotice(scene.Shown));
        scene.Clock.AdvanceTo(scene.Plan.Start.AddMinutes(minutesAfterStart));
    }
}
