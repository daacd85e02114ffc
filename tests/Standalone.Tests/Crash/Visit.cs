using System.Collections.Concurrent;
using System.Net.Http.Headers;
using OneToOne.Service.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Crash;

/// <summary>The people of the home at one life of the server, which ends after so many answers or when nobody wants more.</summary>
/// <param name="address">Where the server is.</param>
/// <param name="tokens">Everybody's token.</param>
/// <param name="asked">What is remembered over all lives.</param>
/// <param name="kill">Kills the server.</param>
/// <param name="answers">After how many answers it is killed.</param>
internal sealed class Visit(Uri address, IReadOnlyDictionary<string, string> tokens, Asked asked, Action kill, int answers) : IDisposable
{
    private readonly SocketsHttpHandler connections = new();
    private readonly ConcurrentDictionary<string, Api> people = new();
    private int count;

    public async Task<ArrangementBrief> AskAsync(Ask ask)
    {
        asked.Begin(ask);
        var brief = (await As(ask.Person).PostAsync(ask.Path, ask.Body, ask.Key)).IsDone().As<ArrangementBrief>();
        asked.Complete(ask, brief.Id.Value);
        if (Interlocked.Increment(ref count) == answers)
            kill();
        return brief;
    }

    public Api As(string person) => people.GetOrAdd(person, Enter);

    /// <summary>What people do, each on their own, until all are through or the server is gone.</summary>
    public static Task UntilGoneAsync(params IEnumerable<Task> stories) => Task.WhenAll(stories.Select(OneUntilGoneAsync));

    public void Dispose() => connections.Dispose();

    private Api Enter(string person)
    {
        var client = new HttpClient(connections, disposeHandler: false) { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens[person]);
        return new(client, person);
    }

    private static async Task OneUntilGoneAsync(Task story)
    {
        try
        {
            await story;
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException)
        {
            // The server was killed over it.
        }
    }
}
