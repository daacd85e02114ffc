using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace OneToOne.Service.Tests.Mail;

/// <summary>A small real SMTP server on loopback that keeps what it is sent, and misbehaves when told to.</summary>
public sealed class SmtpReceiver : IAsyncDisposable
{
    /// <summary>Instead of an answer: closes the connection.</summary>
    public const string Drop = "drop";

    /// <summary>Instead of an answer: nothing, ever; the connection stays open.</summary>
    public const string Silence = "silence";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Lock gate = new();
    private readonly List<ReceivedMail> mails = [];
    private readonly List<string> commands = [];
    private readonly List<(string Command, string Answer, int Left)> orders = [];
    private readonly Task accepting;
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SmtpReceiver()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Everything received so far, oldest first.</summary>
    public IReadOnlyList<ReceivedMail> Mails
    {
        get
        {
            lock (gate)
                return [.. mails];
        }
    }

    /// <summary>Every command line received so far, without the lines of mails.</summary>
    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (gate)
                return [.. commands];
        }
    }

    /// <summary>What EHLO offers.</summary>
    public IReadOnlyList<string> Extensions { get; set; } = ["8BITMIME", "SMTPUTF8"];

    /// <summary>The certificate of STARTTLS, which is offered only if there is one.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Answers a command in another way: a reply line, <see cref="Drop"/> or <see cref="Silence"/>.</summary>
    /// <param name="command">How the command line begins, such as <c>RCPT</c> or <c>RCPT TO:&lt;anna@</c>; <c>CONNECT</c> is the greeting, <c>BODY</c> the end of a mail.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="times">How many times; for ever if left out.</param>
    public void When(string command, string answer, int times = int.MaxValue)
    {
        lock (gate)
            orders.Add((command, answer, times));
    }

    /// <summary>Answers everything properly again.</summary>
    public void Behave()
    {
        lock (gate)
            orders.Clear();
    }

    /// <summary>Answers one command properly again.</summary>
    /// <param name="command">As <see cref="When"/> was told it.</param>
    public void Behave(string command)
    {
        lock (gate)
            orders.RemoveAll(order => order.Command == command);
    }

    /// <summary>Waits for the first mail that fits, whether it came already or is still to come.</summary>
    /// <exception cref="TimeoutException">None came in half a minute.</exception>
    public async Task<ReceivedMail> FirstAsync(Func<ReceivedMail, bool> fits)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (mails.FirstOrDefault(fits) is { } mail)
                    return mail;
                next = arrival.Task;
            }
            await next.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await accepting;
        listener.Dispose();
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
                conversations.Add(ConverseAsync(await listener.AcceptTcpClientAsync(closing.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        await using (var conversation = new SmtpConversation(this, client.GetStream()))
        {
            try
            {
                await conversation.RunAsync(closing.Token);
            }
            catch (Exception e) when (e is IOException or AuthenticationException or OperationCanceledException)
            {
                // The sender hung up or does not trust the certificate, or the test is over.
            }
        }
    }

    internal string? Heard(string line)
    {
        lock (gate)
        {
            commands.Add(line);
            var i = orders.FindIndex(order => order.Left > 0 && line.StartsWith(order.Command, StringComparison.OrdinalIgnoreCase));
            if (i < 0)
                return null;
            orders[i] = orders[i] with { Left = orders[i].Left - 1 };
            return orders[i].Answer;
        }
    }

    internal void Keep(ReceivedMail mail)
    {
        lock (gate)
        {
            mails.Add(mail);
            arrival.SetResult();
            arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
