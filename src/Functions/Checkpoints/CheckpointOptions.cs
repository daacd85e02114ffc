using Microsoft.Extensions.Options;
using OneToOne.Functions.Hosting;

namespace OneToOne.Functions.Checkpoints;

/// <summary>The settings under <c>Checkpoints</c>.</summary>
public sealed class CheckpointOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Checkpoints";

    /// <summary>The container that checkpoints are kept in.</summary>
    public Uri? ContainerUri { get; set; }
}

/// <summary>Refuses to start without a place for checkpoints, and names the setting.</summary>
internal sealed class CheckpointOptionsValidator : IValidateOptions<CheckpointOptions>
{
    public ValidateOptionsResult Validate(string? name, CheckpointOptions options) =>
        Settings.Check(Blobs.Problem("Checkpoints:ContainerUri", options.ContainerUri));
}
