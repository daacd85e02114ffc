namespace OneToOne.Standalone.Tests.Readers;

/// <summary>What somebody was shown.</summary>
/// <param name="Name">A page's component and what it was about, or an answer's address.</param>
/// <param name="By">Who read it.</param>
/// <param name="Text">All of it.</param>
internal sealed record Seen(string Name, Reader By, string Text);
