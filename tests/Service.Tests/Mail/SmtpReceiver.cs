using System.Net;
using System.Net.Sockets;
using System.Text;

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
        listener.Dispose();
        await accepting;
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
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            try
            {
                await new Conversation(this, reader, writer).RunAsync(closing.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The sender hung up, or the test is over.
            }
        }
    }

    private string? Heard(string line)
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

    private void Keep(ReceivedMail mail)
    {
        lock (gate)
        {
            mails.Add(mail);
            arrival.SetResult();
            arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Conversation(SmtpReceiver receiver, StreamReader reader, StreamWriter writer)
    {
        private string from = "";
        private readonly List<string> to = [];

        public async Task RunAsync(CancellationToken closing)
        {
            var going = await AnswerAsync("CONNECT", "220 loopback ready", closing);
            while (going && await reader.ReadLineAsync(closing) is { } line)
            {
                going = line.Split(' ', ':')[0].ToUpperInvariant() switch
                {
                    "EHLO" => await AnswerAsync(line, Hello(), closing),
                    "HELO" => await AnswerAsync(line, "250 loopback", closing),
                    "MAIL" => await AnswerAsync(line, "250 2.1.0 ok", closing, () => from = Address(line)),
                    "RCPT" => await AnswerAsync(line, "250 2.1.5 ok", closing, () => to.Add(Address(line))),
                    "DATA" when to.Count == 0 => await AnswerAsync(line, "503 5.5.1 no recipient", closing),
                    "DATA" => await AnswerAsync(line, "354 go on", closing) && await BodyAsync(closing),
                    "RSET" => await AnswerAsync(line, "250 2.0.0 ok", closing, Forget),
                    "NOOP" => await AnswerAsync(line, "250 2.0.0 ok", closing),
                    "AUTH" => await SignInAsync(line, closing),
                    "QUIT" => await AnswerAsync(line, "221 2.0.0 bye", closing) && false,
                    _ => await AnswerAsync(line, "502 5.5.2 what?", closing),
                };
            }
        }

        private string Hello() =>
            string.Join("\r\n", receiver.Extensions.Select(e => "250-" + e).Prepend("250-loopback").Append("250 HELP"));

        private static string Address(string line) =>
            Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line[(line.IndexOf('<') + 1)..line.LastIndexOf('>')]));

        private async Task<bool> AnswerAsync(string heard, string proper, CancellationToken closing, Action? accepted = null)
        {
            var answer = receiver.Heard(heard) ?? proper;
            if (answer == Drop)
                return false;
            if (answer == Silence)
                await Task.Delay(Timeout.Infinite, closing);
            if (answer == proper)
                accepted?.Invoke();
            await writer.WriteLineAsync(answer.AsMemory(), closing);
            return answer == proper || answer[0] is '4' or '5';
        }

        private async Task<bool> BodyAsync(CancellationToken closing)
        {
            var raw = new StringBuilder();
            while (await reader.ReadLineAsync(closing) is { } line && line != ".")
                raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            return await AnswerAsync("BODY", "250 2.0.0 kept", closing, () => KeepFor(raw.ToString()));
        }

        private void KeepFor(string raw)
        {
            foreach (var recipient in to)
                receiver.Keep(new ReceivedMail(raw, from, recipient));
            Forget();
        }

        private void Forget()
        {
            from = "";
            to.Clear();
        }

        // AUTH LOGIN: name, then password, each in base64.
        private async Task<bool> SignInAsync(string line, CancellationToken closing)
        {
            if (line.Split(' ').Length < 3 && !await AnswerAsync(line, "334 VXNlcm5hbWU6", closing))
                return false;
            var name = line.Split(' ') is [_, _, var given] ? given : await reader.ReadLineAsync(closing);
            await writer.WriteLineAsync("334 UGFzc3dvcmQ6".AsMemory(), closing);
            var password = await reader.ReadLineAsync(closing);
            return await AnswerAsync($"SIGNIN {name} {password}", "235 2.7.0 welcome", closing);
        }
    }
}
