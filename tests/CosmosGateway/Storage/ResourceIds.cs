namespace OneToOne.CosmosGateway.Storage;

/// <summary>Resource ids in the layout that the client takes apart: database 4 bytes, container 8, document 16.</summary>
internal static class ResourceIds
{
    public static string Database(byte number) => Text([number, 0, 0, 0]);

    public static string Container(byte database, byte number) => Text([database, 0, 0, 0, 0x80, 0, 0, number]);

    public static string Document(byte database, byte container, ulong number) =>
        Text([database, 0, 0, 0, 0x80, 0, 0, container, .. BitConverter.GetBytes(number)]);

    /// <summary>The number of a document in its id.</summary>
    public static ulong Number(string rid) => BitConverter.ToUInt64(Convert.FromBase64String(rid.Replace('-', '/')), 8);

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).Replace('/', '-');
}
