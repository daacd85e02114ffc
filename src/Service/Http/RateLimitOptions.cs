namespace OneToOne.Service.Http;

/// <summary>The settings under <c>RateLimit</c>.</summary>
public sealed class RateLimitOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "RateLimit";

    /// <summary>Requests that one signed-in person may make in a minute.</summary>
    public int PerCaller { get; set; } = 1200;

    /// <summary>Requests that one mailed link may receive in a minute.</summary>
    public int PerLink { get; set; } = 120;
}
