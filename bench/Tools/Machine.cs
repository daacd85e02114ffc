using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneToOne.Service.Mail;
using OneToOne.Service.Store;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Store;

namespace OneToOne.Bench.Tools;

/// <summary>The product in this process without a web server, so that a measurement can look at its commits and mails.</summary>
internal static class Machine
{
    /// <summary>Puts it together on a data folder; nothing runs yet.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="clock">The clock it lives by.</param>
    /// <param name="moments">Notes when commits and mails were done.</param>
    public static WebApplication Build(string data, TimeProvider clock, Moments? moments = null)
    {
        var settings = ServerSettings.Read(data, "http://127.0.0.1:7071", new MailFolder(null));
        var builder = WebApplication.CreateEmptyBuilder(new());
        // It listens to nobody, but an application is not built without a server.
        builder.WebHost.UseKestrelCore();
        Logs.Configure(builder.Logging);
        builder.Logging.AddSimpleConsole();
        builder.Services.AddOneMachine(settings, clock);
        if (moments is not null)
        {
            builder.Services.AddSingleton<IDocumentStore>(_ => new WatchedStore(
                SqliteDocumentStore.Open(settings.Data.Store, StoreSchema.Product),
                moments.Committed
            ));
            builder.Services.AddSingleton<IMailTransport>(provider => new WatchedMail(
                ActivatorUtilities.CreateInstance<FolderTransport>(provider),
                moments.Accepted
            ));
        }
        return builder.Build();
    }

    private sealed class WatchedMail(IMailTransport inner, Action<string> accepted) : IMailTransport
    {
        public async Task<DeliveryResult> SendAsync(MailMessage mail, CancellationToken cancellationToken)
        {
            var result = await inner.SendAsync(mail, cancellationToken);
            if (result is DeliveryResult.Accepted)
                accepted(mail.Id);
            return result;
        }
    }

    private sealed class WatchedStore(SqliteDocumentStore inner, Action<string> committed) : IDocumentStore, IDisposable
    {
        public async ValueTask<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
        {
            var result = await inner.CommitAsync(commit, ct);
            if (result is CommitResult.Committed)
                committed(commit.Partition);
            return result;
        }

        public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken ct) => inner.ReadAsync(key, ct);

        public ValueTask<ImmutableArray<DocumentRead>> ReadManyAsync(ImmutableArray<DocumentWanted> wanted, CancellationToken ct) =>
            inner.ReadManyAsync(wanted, ct);

        public ValueTask<DocumentPage> QueryAsync(DocumentQuery query, CancellationToken ct) => inner.QueryAsync(query, ct);

        public ValueTask<string?> PeekAsync(DocumentQuery query, CancellationToken ct) => inner.PeekAsync(query, ct);

        public void Dispose() => inner.Dispose();
    }
}
