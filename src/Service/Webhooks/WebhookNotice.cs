using OneToOne.Domain.People;

namespace OneToOne.Service.Webhooks;

/// <summary>One escalation, or one drill of it, told to one person's webhook: enough to reach the person and for them to act, and nothing about anybody.</summary>
/// <param name="Id">The notice's own id; the same notice posted twice has the same id.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Cause">Why it was raised, in one word such as <c>helpNow</c>.</param>
/// <param name="Record">The id of the arrangement; of the drill, when it is one.</param>
/// <param name="Level">The level it has reached, from 1.</param>
/// <param name="Link">Where the person acknowledges it.</param>
/// <param name="Code">The link's code as it is shown; like a mail's body, the notice is for this one person.</param>
/// <param name="IsDrill">Whether nothing has happened, and the chain is only tried.</param>
public sealed record WebhookNotice(
    string Id,
    WebhookAddress To,
    string Cause,
    string Record,
    int Level,
    Uri Link,
    string Code,
    bool IsDrill = false
)
{
    /// <summary>Names the notice by its id only, so that neither a link nor a code can reach a log by accident.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
