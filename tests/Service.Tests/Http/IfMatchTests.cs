using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OneToOne.Service.Http;

namespace OneToOne.Service.Tests.Http;

public sealed class IfMatchTests : IAsyncDisposable
{
    private readonly PipelineHost host = new(routes =>
        routes.MapPut("/api/box", (IfMatch match) => match.Refuses(current: 3) ?? TypedResults.NoContent()).AllowAnonymous()
    );

    [Theory]
    [InlineData("\"rev-3\"", 204)]
    [InlineData("\"rev-1\", \"rev-3\"", 204)]
    [InlineData("\"rev-2\"", 412)]
    [InlineData("\"rev-33\"", 412)]
    [InlineData("W/\"rev-3\"", 412)]
    [InlineData("*", 412)]
    [InlineData("rev-3", 428)]
    [InlineData(null, 428)]
    public async Task A_change_is_made_only_by_somebody_who_has_seen_the_current_revision(string? header, int status)
    {
        var reply = header is null
            ? await host.SendAsync("PUT", "/api/box")
            : await host.SendAsync("PUT", "/api/box", null, null, ("If-Match", header));

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public void A_revision_s_tag_is_strong() => Assert.Equal("\"rev-12\"", Revision.ETag(12));

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
