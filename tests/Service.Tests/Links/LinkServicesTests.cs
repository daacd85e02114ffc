using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneToOne.Service.Links;

namespace OneToOne.Service.Tests.Links;

public sealed class LinkServicesTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("one-to-one-links").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Theory]
    [InlineData("https://one-to-one.home.example", "https://one-to-one.home.example/l/session/")]
    [InlineData("https://home.example:8443/", "https://home.example:8443/l/session/")]
    [InlineData("http://127.0.0.1:7071", "http://127.0.0.1:7071/l/session/")]
    public void A_link_begins_with_the_public_address_and_opens_after_a_restart(string publicUrl, string start)
    {
        string url;
        using (var services = Compose(publicUrl))
            url = services.GetRequiredService<LinkUrls>().For(LinkBench.Link(LinkPurpose.Session), "arr-1").AbsoluteUri;

        using var restarted = Compose(publicUrl);

        Assert.StartsWith(start, url, StringComparison.Ordinal);
        Assert.True(restarted.GetRequiredService<LinkTokens>().TryOpen(LinkPurpose.Session, url[start.Length..], out var address));
        Assert.Equal(LinkBench.Address, address);
    }

    [Theory]
    [InlineData(-3650)]
    [InlineData(0)]
    [InlineData(3650)]
    public void A_clock_that_is_not_the_wall_clock_does_not_shorten_a_token(int days)
    {
        using var services = Compose("https://home.example", LinkBench.Evening.AddDays(days));
        var link = LinkBench.Link() with { ExpiresAt = LinkBench.Evening.AddDays(days).AddHours(1) };

        var token = services.GetRequiredService<LinkUrls>().For(link, "arr-1").Segments[^1];

        Assert.True(services.GetRequiredService<LinkTokens>().TryOpen(LinkPurpose.Approve, token, out _));
    }

    [Theory]
    [InlineData(null, "Links:PublicUrl is missing")]
    [InlineData("home.example", "Links:PublicUrl is not a whole address")]
    [InlineData("http://home.example", "Links:PublicUrl is not https")]
    [InlineData("ftp://home.example", "Links:PublicUrl is not https")]
    [InlineData("https://user:secret@home.example", "Links:PublicUrl has more than")]
    [InlineData("https://home.example/care/", "Links:PublicUrl has more than")]
    [InlineData("https://home.example/?a=b", "Links:PublicUrl has more than")]
    [InlineData("https://home.example/#a", "Links:PublicUrl has more than")]
    public void A_bad_public_address_stops_the_start_and_is_named(string? publicUrl, string problem)
    {
        using var services = Compose(publicUrl);

        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    private ServiceProvider Compose(string? publicUrl, DateTimeOffset? now = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(publicUrl is null ? [] : [new KeyValuePair<string, string?>("Links:PublicUrl", publicUrl)])
            .Build();
        return new ServiceCollection()
            .AddSingleton<TimeProvider>(new StoppedClock(now ?? LinkBench.Evening))
            .AddLinks(configuration, keys => keys.PersistKeysToFileSystem(new(data)))
            .BuildServiceProvider();
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
