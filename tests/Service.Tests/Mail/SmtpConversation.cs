using System.Net.Security;
using System.Text;

namespace OneToOne.Service.Tests.Mail;

/// <summary>One connection to a <see cref="SmtpReceiver"/> (RFC 5321, RFC 3207, RFC 4954).</summary>
internal sealed class SmtpConversation : IAsyncDisposable
{
    private readonly SmtpReceiver receiver;
    private readonly List<string> to = [];
    private Stream stream;
    private StreamReader reader;
    private StreamWriter writer;
    private string from = "";

    public SmtpConversation(SmtpReceiver receiver, Stream stream)
    {
        this.receiver = receiver;
        (this.stream, reader, writer) = Talk(stream);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

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
                "STARTTLS" when receiver.Certificate is not null => await AnswerAsync(line, "220 2.0.0 go on", closing)
                    && await EncryptAsync(closing),
                "AUTH" => await SignInAsync(line, closing),
                "QUIT" => await AnswerAsync(line, "221 2.0.0 bye", closing) && false,
                _ => await AnswerAsync(line, "502 5.5.2 what?", closing),
            };
        }
    }

    private string Hello() => string.Join("\r\n", Offered().Select(e => "250-" + e).Prepend("250-loopback").Append("250 HELP"));

    private IEnumerable<string> Offered() =>
        receiver.Certificate is null || stream is SslStream ? receiver.Extensions : receiver.Extensions.Append("STARTTLS");

    private async Task<bool> EncryptAsync(CancellationToken closing)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(new() { ServerCertificate = receiver.Certificate }, closing);
        (stream, reader, writer) = Talk(encrypted);
        return true;
    }

    private static (Stream, StreamReader, StreamWriter) Talk(Stream stream) =>
        (stream, new(stream, Encoding.Latin1), new(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true });

    private static string Address(string line) =>
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line[(line.IndexOf('<') + 1)..line.LastIndexOf('>')]));

    private async Task<bool> AnswerAsync(string heard, string proper, CancellationToken closing, Action? accepted = null)
    {
        var answer = receiver.Heard(heard) ?? proper;
        if (answer == SmtpReceiver.Drop)
            return false;
        if (answer == SmtpReceiver.Silence)
            await Task.Delay(Timeout.Infinite, closing);
        if (answer == proper)
            accepted?.Invoke();
        await writer.WriteLineAsync(answer.AsMemory(), closing);
        return answer == proper || answer[0] is '4' or '5';
    }

    private async Task<bool> BodyAsync(CancellationToken closing)
    {
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync(closing) is var line && line != ".")
        {
            if (line is null)
                return false;
            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
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
