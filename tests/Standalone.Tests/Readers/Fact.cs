namespace OneToOne.Standalone.Tests.Readers;

/// <summary>A kind of fact, and who may read it.</summary>
/// <param name="Name">What kind of fact.</param>
/// <param name="Words">The words that it is in the marked house.</param>
/// <param name="Pages">Who reads it on a page, and does so in this house.</param>
/// <param name="Answers">Who, of family and worker, reads it in an answer of the API, and does so in this house.</param>
/// <param name="Because">The sentence of the guidance, or the reason, for which they read it and nobody else does.</param>
internal sealed record Fact(string Name, string[] Words, Reader Pages, Reader Answers, string Because);
