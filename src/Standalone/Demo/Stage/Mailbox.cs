namespace OneToOne.Standalone.Demo.Stage;

/// <summary>The folder that the server writes its mails into, read as their recipients would.</summary>
/// <param name="folder">The folder.</param>
internal sealed class Mailbox(string folder)
{
    private readonly List<ReceivedMail> mails = [];
    private readonly HashSet<string> read = [];

    /// <summary>How many mails were there when the scenario began.</summary>
    private int from;

    /// <summary>Every mail of this scenario, oldest first.</summary>
    public IReadOnlyList<ReceivedMail> Mails => mails[from..];

    /// <summary>Looks what has come.</summary>
    /// <returns>The new mails, oldest first.</returns>
    public IReadOnlyList<ReceivedMail> Look()
    {
        if (!Directory.Exists(folder))
            return [];
        List<ReceivedMail> came =
        [
            .. Directory.EnumerateFiles(folder, "*.eml").Where(read.Add).Select(ReceivedMail.Read).OrderBy(m => m.At),
        ];
        mails.AddRange(came);
        return came;
    }

    /// <summary>Leaves what has come so far behind.</summary>
    public void TurnPage()
    {
        Look();
        from = mails.Count;
    }
}
