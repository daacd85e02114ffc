namespace OneToOne.Service.Mail;

/// <summary>Whether mails reach anybody outside this machine; pages and readiness say so when they do not.</summary>
/// <param name="LeavesThisMachine">False while mails are only written into a folder.</param>
public sealed record MailStatus(bool LeavesThisMachine)
{
    /// <summary>What every page says while they do not.</summary>
    public const string Warning = "No mail leaves this machine. Mails are only written into a folder, and nobody is told anything.";
}
