using Microsoft.AspNetCore.Http;
using OneToOne.Service.Pages.Forms;

namespace OneToOne.Service.Pages.Visits;

/// <summary>Something that can be done behind a link.</summary>
/// <param name="Name">The last part of its address; empty for opening the link.</param>
/// <param name="Run">Does it: the visit, what was sent, who takes the steps.</param>
internal sealed record LinkAct(string Name, Func<Visit, SentForm, LinkDesk, CancellationToken, Task<IResult>> Run)
{
    /// <summary>Whether it needs no code once the link has been opened with it.</summary>
    public bool OneTap { get; init; }

    /// <summary>Whether it says how the child is, so that it is heard also from a worker who has been barred since.</summary>
    public bool HeardWhenBarred { get; init; }

    /// <summary>Whether a child's safety hangs on it, so that no limit ever holds it back.</summary>
    public bool NeverHeldBack { get; init; }

    /// <summary>Whether its page tells what has happened before.</summary>
    public bool ReadsPast { get; init; }
}
