namespace OneToOne.Service.Inspection.Sections;

/// <summary>How long something took, as a report says it.</summary>
internal static class Minutes
{
    public static double Between(DateTimeOffset from, DateTimeOffset until) => Math.Round((until - from).TotalMinutes, 1);
}
