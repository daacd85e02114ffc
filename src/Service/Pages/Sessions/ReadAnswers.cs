using System.Globalization;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Sessions;

/// <summary>What the worker still has to read before the start, and what they say to have read (L-30, L-32).</summary>
internal static class ReadAnswers
{
    /// <summary>Whether the page asks for it: before the start, and only the worker.</summary>
    public static bool IsAsked(Visit visit) =>
        visit.Person.Id == visit.Plan.Worker
        && visit.Arrangement.Phase is Phase.AwaitingOverride or Phase.AwaitingApproval or Phase.Approved or Phase.Suspended
        && Owed(visit).Any();

    /// <summary>The documents of which the worker does not know the current version.</summary>
    public static IEnumerable<ToRead> Owed(Visit visit) => ToRead.For(visit.Facts).Where(one => !one.IsRead);

    /// <summary>What a ticked box sends: the document, and the version that the page named.</summary>
    public static string ValueOf(ToRead one) => string.Create(CultureInfo.InvariantCulture, $"{one.Document}:{one.Current.Version}");

    /// <summary>Reads the ticked boxes.</summary>
    /// <returns>The version of each document; none, and noted, when no box was ticked.</returns>
    public static Dictionary<ReadDocument, int> Read(SentForm form)
    {
        var read = new Dictionary<ReadDocument, int>();
        foreach (var value in form.Values("read"))
            if (
                value.Split(':') is [var name, var text]
                && Enum.TryParse<ReadDocument>(name, out var document)
                && Enum.IsDefined(document)
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            )
                read[document] = version;
        if (read.Count == 0)
            form.Fault("read", "Tick what you have read.");
        return read;
    }

    /// <summary>What a document is called.</summary>
    public static string NameOf(ReadDocument document) =>
        document switch
        {
            ReadDocument.CarePlan => "The child's care plan",
            ReadDocument.CaseHistory => "The child's case history",
            _ => "The guidance on physical contact",
        };
}
