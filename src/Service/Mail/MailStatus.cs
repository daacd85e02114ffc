namespace OneToOne.Service.Mail;

/// <summary>Whether mails reach anybody outside this machine; pages and readiness say so when they do not.</summary>
/// <param name="LeavesThisMachine">False while mails are only written into a folder.</param>
public sealed record MailStatus(bool LeavesThisMachine);
