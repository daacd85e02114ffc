using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OneToOne.Service.Links;

namespace OneToOne.Standalone.Hosting;

/// <summary>Where people outside reach this server: what the settings say, or else where it listens.</summary>
internal static class Addresses
{
    /// <summary>Lets mailed links begin where this server is reached.</summary>
    public static void AddPublicAddress(this IServiceCollection services, ServerSettings settings)
    {
        services.PostConfigure<MailedLinkOptions>(options => options.PublicUrl ??= settings.Urls[0]);
        services.AddSingleton<PublicAddress>(provider =>
        {
            var url = provider.GetRequiredService<IOptions<MailedLinkOptions>>().Value.PublicUrl!;
            return () => url.Port == 0 ? Listening(provider) : url;
        });
    }

    // Port 0 means any free port, which is known only once the server listens.
    private static Uri Listening(IServiceProvider provider) =>
        new(provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
