using OneToOne.Service.Links;

namespace OneToOne.Service.Pages.Visits;

/// <summary>What a door says before its code is typed. It could be read by anybody who has the link.</summary>
internal static class DoorWords
{
    public static string Title(LinkPurpose purpose) =>
        purpose switch
        {
            LinkPurpose.Approve => "Decide on one-to-one time",
            LinkPurpose.Override => "Decide on a departure from the guidance",
            LinkPurpose.Escalation => "Somebody must look",
            LinkPurpose.Notice => "About one-to-one time",
            LinkPurpose.Session => "Your page for one-to-one time",
            LinkPurpose.Explain => "Record an explanation",
            LinkPurpose.Review => "Review an unplanned start",
            LinkPurpose.Drill => "DRILL: answer as if somebody had to look",
            LinkPurpose.Concern => "A safeguarding concern",
            _ => throw new InvalidOperationException($"{purpose} has no door."),
        };

    public static string What(LinkPurpose purpose) =>
        purpose switch
        {
            LinkPurpose.Approve => "Behind your code you see what is asked, and say yes or no. Opening this page decides nothing.",
            LinkPurpose.Override =>
                "Behind your code you see what departs from the guidance, and decide on it. Opening this page decides nothing.",
            LinkPurpose.Escalation => "Behind your code you see what has happened, take it on, and record how it ended.",
            LinkPurpose.Notice => "Behind your code you read what you are to know. Only that counts as having been told.",
            LinkPurpose.Session => "Behind your code you start, finish and record the time together.",
            LinkPurpose.Explain => "Behind your code you record how it was explained to the young person.",
            LinkPurpose.Review => "Behind your code you see what took place, and record your review.",
            LinkPurpose.Drill =>
                "This is a drill: nothing has happened. Behind your code you take it on, and say what you would have done.",
            LinkPurpose.Concern => "Behind your code you read what was recorded, take it on, and decide whether it is referred.",
            _ => throw new InvalidOperationException($"{purpose} has no door."),
        };
}
