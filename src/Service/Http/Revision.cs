namespace OneToOne.Service.Http;

/// <summary>
/// The content revision of a record, which changes when what a person decides on changes; on the wire the strong ETag <c>"rev-3"</c>.
/// </summary>
public static class Revision
{
    /// <summary>The ETag of a revision.</summary>
    /// <param name="revision">The revision, from 1.</param>
    /// <returns>The header's value, with its quotation marks.</returns>
    public static string ETag(int revision) => $"\"rev-{revision}\"";
}
