namespace OneToOne.Service.Mail;

/// <summary>The settings under <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Mail";

    /// <summary>The address that mails come from; needed for SMTP.</summary>
    public string? From { get; set; }

    /// <summary>The name that mails come from: the home's or organisation's, never a person's.</summary>
    public string FromName { get; set; } = "One to one";

    /// <summary>A folder that mails are written to instead of being sent; when set, no mail leaves this machine.</summary>
    public string? Folder { get; set; }

    /// <summary>The mail server.</summary>
    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpTls
{
    /// <summary>STARTTLS, or no mail at all.</summary>
    StartTls,

    /// <summary>None; only for a server on this very machine.</summary>
    None,
}

/// <summary>The settings under <c>Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>The mail server's name or address.</summary>
    public string? Host { get; set; }

    /// <summary>Its port for submission: 587 unless the provider says otherwise. Port 465 (TLS from the first byte) is not spoken.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected.</summary>
    public SmtpTls Tls { get; set; } = SmtpTls.StartTls;

    /// <summary>The account to sign in with; none means no sign-in.</summary>
    public string? User { get; set; }

    /// <summary>The account's password.</summary>
    public string? Password { get; set; }

    /// <summary>How long one mail may take, in seconds of real time: at most 60, well below what one attempt is given before it is repeated.</summary>
    public double TimeoutSeconds { get; set; } = 30;
}
