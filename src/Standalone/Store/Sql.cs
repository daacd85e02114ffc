namespace OneToOne.Standalone.Store;

/// <summary>What SQL texts are made of.</summary>
internal static class Sql
{
    public const string Begin = "BEGIN IMMEDIATE";
    public const string BeginRead = "BEGIN";
    public const string Commit = "COMMIT";
    public const string Rollback = "ROLLBACK";
    public const string Savepoint = "SAVEPOINT one";
    public const string Release = "RELEASE one";
    public const string RollbackToSavepoint = "ROLLBACK TO one";

    /// <summary>A declared name, which is never a user's, as an identifier.</summary>
    public static string Name(string declared) => $"\"{declared}\"";
}
