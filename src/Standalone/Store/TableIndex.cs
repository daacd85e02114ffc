namespace OneToOne.Standalone.Store;

/// <summary>An index and the statement that makes it.</summary>
internal sealed record TableIndex(string Name, string Create);
