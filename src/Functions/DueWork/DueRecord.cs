namespace OneToOne.Functions.DueWork;

/// <summary>A record that is due, as an orchestration's history holds it. Its key is sealed: an assessment's names a child and a worker.</summary>
/// <param name="Sealed">What <see cref="DueRecordSeal"/> made of its key.</param>
public sealed record DueRecord(string Sealed);
