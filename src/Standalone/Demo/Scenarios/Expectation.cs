using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OneToOne.Domain.Escalations;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>What should be so; whatever a file leaves out is not looked at.</summary>
internal sealed record Expectation
{
    /// <summary>Where the arrangement is in its life, such as <c>awaitingApproval</c>.</summary>
    public string? Phase { get; init; }

    /// <summary>The open escalations, all of them; an empty list for none.</summary>
    public ImmutableArray<EscalationPattern>? Escalations { get; init; }

    /// <summary>Mails that were sent in this scenario.</summary>
    public ImmutableArray<MailPattern> Mail { get; init; } = [];

    /// <summary>Mails that were not.</summary>
    public ImmutableArray<MailPattern> NoMail { get; init; } = [];

    /// <summary>Entries of the history, in this order, with anything between them: a type, or a part of an entry.</summary>
    public ImmutableArray<JsonNode> History { get; init; } = [];

    /// <summary>A part of the arrangement as the API shows it.</summary>
    public JsonObject? Shows { get; init; }

    /// <summary>Whether something of an arrangement is looked at, and not only mails.</summary>
    public bool IsOfAnArrangement => Phase is not null || Escalations is not null || Shows is not null || History.Length > 0;
}

/// <summary>An open escalation.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Level">Its level, from 1.</param>
/// <param name="Owner">Who took it on; null for nobody.</param>
internal sealed record EscalationPattern(string Cause, int Level, string? Owner = null)
{
    /// <summary>The level of a step.</summary>
    /// <param name="cause">The cause, as the API writes it.</param>
    /// <param name="step">The step, from 0.</param>
    public static int LevelOf(string cause, int step) => EscalationChain.Level(Enum.Parse<EscalationCause>(cause, ignoreCase: true), step);
}

/// <summary>A mail.</summary>
/// <param name="To">To whom.</param>
/// <param name="Kind">Its kind, as the history records it; null for any.</param>
/// <param name="Title">What its first line contains; null for anything.</param>
/// <param name="Times">How many of them; null for at least one.</param>
internal sealed record MailPattern(string To, string? Kind = null, string? Title = null, int? Times = null);
