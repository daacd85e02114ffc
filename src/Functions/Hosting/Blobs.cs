using Azure.Core;
using Azure.Storage.Blobs;

namespace OneToOne.Functions.Hosting;

/// <summary>Reaches blobs by the host's identity, or those of an emulator on this very machine by its account, which is the same everywhere.</summary>
internal static class Blobs
{
    private const string Emulator = "UseDevelopmentStorage=true";

    /// <summary>A container. In Azure the infrastructure makes it; an emulator begins empty.</summary>
    public static BlobContainerClient Container(Uri uri, TokenCredential credential)
    {
        if (!uri.IsLoopback)
            return new(uri, credential);
        var container = new BlobContainerClient(Emulator, new BlobUriBuilder(uri).BlobContainerName);
        container.CreateIfNotExists();
        return container;
    }

    /// <summary>A blob, in a container that is there.</summary>
    public static BlobClient Blob(Uri uri, TokenCredential credential)
    {
        var name = new BlobUriBuilder(uri);
        var blob = name.BlobName;
        name.BlobName = "";
        return Container(name.ToUri(), credential).GetBlobClient(blob);
    }

    /// <summary>What is wrong with the address of a blob or container; null when nothing is.</summary>
    public static string? Problem(string setting, Uri? uri) =>
        uri is not { IsAbsoluteUri: true } ? $"{setting} is missing: an address in blob storage."
        : uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback ? $"{setting} is not https; only an emulator on this machine may do without."
        : null;
}
