using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneToOne.Functions.Http;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>The composition root as it stands, with the settings that the infrastructure gives.</summary>
public sealed class ProgramTests
{
    private static readonly string[] Settings =
    [
        "--Cosmos:AccountEndpoint=https://cosmos.example/",
        "--KeyRing:BlobUri=https://blobs.example/keys/ring.xml",
        "--KeyRing:KeyUri=https://vault.example/keys/ring",
        "--Checkpoints:ContainerUri=https://blobs.example/checkpoints",
        "--Links:PublicUrl=https://one-to-one.example/",
        "--Mail:From=one-to-one@home.example",
        "--Mail:Azure:Endpoint=https://mail.example/",
        "--Identity:Authority=https://login.example/tenant/v2.0",
        "--Identity:Audience=api://one-to-one",
    ];

    private static readonly Assembly App = typeof(HttpFunctions).Assembly;

    [Fact]
    public void Every_function_s_class_can_be_made_and_the_settings_are_accepted()
    {
        using var host = BuiltApp.Of(App, Settings);

        host.Services.GetRequiredService<IStartupValidator>().Validate();
        var classes = App.GetTypes()
            .Where(t => !t.IsAbstract && t.GetMethods().Any(m => m.GetCustomAttribute<FunctionAttribute>() is not null));

        Assert.NotEmpty(classes);
        Assert.All(classes, type => Assert.NotNull(ActivatorUtilities.CreateInstance(host.Services, type)));
    }

    [Theory]
    [InlineData("Cosmos")]
    [InlineData("KeyRing:BlobUri")]
    [InlineData("Checkpoints")]
    [InlineData("Links")]
    [InlineData("Mail:From")]
    public void A_setting_that_is_missing_is_named_at_the_start(string missing)
    {
        using var host = BuiltApp.Of(App, [.. Settings.Where(s => !s.StartsWith($"--{missing}", StringComparison.Ordinal))]);

        var refused = Assert.ThrowsAny<Exception>(() => host.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(missing, $"{refused}", StringComparison.Ordinal);
    }
}
