using System.Collections.Immutable;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>One evening (or week) in the life of an arrangement, as a file tells it.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="About">What it shows.</param>
/// <param name="Begins">When it begins, by the home's clock.</param>
/// <param name="Cast">Who is in it besides the shared cast.</param>
/// <param name="Steps">What happens, in order.</param>
/// <param name="Shows">The duties of the guidance that it shows, such as <c>L-14</c>.</param>
internal sealed record Scenario(
    string File,
    string Title,
    string About,
    DayTime Begins,
    Cast Cast,
    ImmutableArray<Step> Steps,
    ImmutableArray<string> Shows
)
{
    /// <summary>The file's name without its ending, by which one scenario is asked for.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);
}
