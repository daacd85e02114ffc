namespace OneToOne.Functions.Tests.Hosting;

/// <summary>What goes wrong in an activity before it does anything.</summary>
internal sealed class Trouble
{
    public Func<string, Task> Advancing { get; set; } = _ => Task.CompletedTask;

    public Func<string, Task> Delivering { get; set; } = _ => Task.CompletedTask;
}
