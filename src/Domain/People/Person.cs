using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneToOne.Domain.Children;

namespace OneToOne.Domain.People;

/// <summary>A person in the register: staff, parent or carer, placing authority, inspector, administrator.</summary>
public sealed record Person
{
    /// <summary>The person's id; a signed-in caller's subject is the same text.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The name colleagues know the person by; never in a log, a mail's subject or a mail's body.</summary>
    public required string Name { get; init; }

    /// <summary>Where mail goes; null when the person has none.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Where signed notices go, such as a pager provider; null when the person has none.</summary>
    public WebhookAddress? Webhook { get; init; }

    /// <summary>Who entered where the person is reached, or changed it last; set by the server, and null in entries from before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AddressEntry? AddressEntered { get; init; }

    /// <summary>What the person is.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>On what terms a worker works; null for everybody else.</summary>
    public Engagement? Engagement { get; init; }

    /// <summary>The homes the person belongs to; a caller sees only the children of those.</summary>
    public ImmutableArray<HomeId> Homes { get; init; } = [];

    /// <summary>Whether lone working is part of the worker's role, which then needs a role assessment (G-18).</summary>
    public bool LoneWorkingIntegral { get; init; }

    /// <summary>What was offered to the person and what became of it (G-07).</summary>
    public ImmutableArray<Training> Training { get; init; } = [];

    /// <summary>The guidance on physical contact that the person acknowledged last (L-32); null when none. Nobody else writes it.</summary>
    public Acknowledgement? ContactGuidanceRead { get; init; }

    /// <summary>The first day on which the person is no longer there; null while they are.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>Counts the changes of this record, from 1; what the person has read changes nothing that another decides on.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether the person is reached as in another version of this record.</summary>
    /// <param name="other">The other version.</param>
    /// <returns>Whether mail and notices go to the same addresses.</returns>
    public bool IsReachedAs(Person other) => Email == other?.Email && Webhook == other?.Webhook;

    /// <summary>Whether the person holds a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Whether it is among theirs.</returns>
    public bool Has(Role role) => Roles.Contains(role);

    /// <summary>Whether the person has left.</summary>
    /// <param name="today">The day, in the home's time zone.</param>
    /// <returns>Whether they are no longer there on that day.</returns>
    public bool HasLeft(DateOnly today) => LeftOn <= today;
}
