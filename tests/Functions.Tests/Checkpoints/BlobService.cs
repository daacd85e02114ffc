using System.Net;
using System.Security.Cryptography;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using OneToOne.Functions.Tests.Hosting;

namespace OneToOne.Functions.Tests.Checkpoints;

/// <summary>As much of blob storage as one container needs, beneath the real client; anything else is answered with 501.</summary>
internal sealed class BlobService : HttpMessageHandler
{
    private readonly SortedDictionary<string, byte[]> blobs = new(StringComparer.Ordinal);

    /// <summary>What another instance does just before a blob is written.</summary>
    public Action<string> BeforeWriting { get; set; } = _ => { };

    public BlobContainerClient Container() =>
        new(
            new Uri("https://blobs.example/checkpoints"),
            new AnyToken(),
            new BlobClientOptions { Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)) }
        );

    public byte[]? this[string name]
    {
        get => blobs.GetValueOrDefault(name);
        set => blobs[name] = value!;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath.Trim('/').Split('/');
        if (path is [_] && request.Method == HttpMethod.Get)
            return Answer(HttpStatusCode.OK, System.Text.Encoding.UTF8.GetBytes(Listed()), "application/xml");
        if (path is [_, var written] && request.Method == HttpMethod.Put)
            return Write(written, await request.Content!.ReadAsByteArrayAsync(cancellationToken), request.Headers.IfNoneMatch.Count > 0);
        if (path is [_, var read] && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head))
            return blobs.TryGetValue(read, out var content)
                ? Answer(HttpStatusCode.OK, content, "application/octet-stream")
                : Refuse(HttpStatusCode.NotFound, "BlobNotFound");
        return Refuse(HttpStatusCode.NotImplemented, "NotImplemented");
    }

    private HttpResponseMessage Write(string name, byte[] content, bool onlyFirst)
    {
        BeforeWriting(name);
        if (onlyFirst && blobs.ContainsKey(name))
            return Refuse(HttpStatusCode.Conflict, "BlobAlreadyExists");
        blobs[name] = content;
        return Answer(HttpStatusCode.Created, [], "application/xml");
    }

    private string Listed() =>
        $"""
            <?xml version="1.0" encoding="utf-8"?><EnumerationResults ServiceEndpoint="https://blobs.example/" ContainerName="checkpoints"><Blobs>
            {string.Concat(blobs.Keys.Select(name => $"<Blob><Name>{name}</Name><Properties /></Blob>"))}
            </Blobs><NextMarker /></EnumerationResults>
            """;

    private static HttpResponseMessage Answer(HttpStatusCode status, byte[] content, string type)
    {
        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent(content) };
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        answer.Content.Headers.LastModified = DateTimeOffset.UnixEpoch;
        answer.Headers.TryAddWithoutValidation("ETag", $"\"{Convert.ToHexString(SHA256.HashData(content))[..16]}\"");
        answer.Headers.Add("x-ms-blob-type", "BlockBlob");
        return answer;
    }

    private static HttpResponseMessage Refuse(HttpStatusCode status, string code)
    {
        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
        answer.Headers.Add("x-ms-error-code", code);
        return answer;
    }
}
