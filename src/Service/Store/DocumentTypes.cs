using System.Collections.Immutable;

namespace OneToOne.Service.Store;

/// <summary>Every type of document the product keeps, with the partition it lives in.</summary>
public static class DocumentTypes
{
    /// <summary>An arrangement's state, in the partition of its own id.</summary>
    public static readonly DocumentType Arrangement = new(
        "arrangement",
        [Fields.DueAt, Fields.Home, Fields.Child, Fields.Worker, Fields.Open, Fields.CreatedAt, Fields.ChangedOn]
    );

    /// <summary>One entry of a history; id = <see cref="SequenceId"/>; in the partition of what it is the history of.</summary>
    public static readonly DocumentType History = new("history");

    /// <summary>A message to be delivered, in the partition of what it is about; due at its next attempt.</summary>
    public static readonly DocumentType Message = new("message", [Fields.DueAt]);

    /// <summary>A mailed link, in the partition of its arrangement; open while it can still be used.</summary>
    public static readonly DocumentType Link = new("link", [Fields.Person, Fields.Open]);

    /// <summary>A person, in the partition of their own id.</summary>
    public static readonly DocumentType Person = new("person", [Fields.Subject, Fields.Email, Fields.CreatedAt]);

    /// <summary>That a person belongs to a home; id = the home's id, in the partition of the person.</summary>
    public static readonly DocumentType Membership = new("membership", [Fields.Home, Fields.Person]);

    /// <summary>A child's record, in the partition of its own id.</summary>
    public static readonly DocumentType Child = new("child", [Fields.Home, Fields.CreatedAt]);

    /// <summary>A home, in the partition of its own id.</summary>
    public static readonly DocumentType Home = new("home", [Fields.CreatedAt]);

    /// <summary>One version of the organisation's policy; id = <see cref="SequenceId"/>, in the organisation's partition.</summary>
    public static readonly DocumentType Policy = new("policy");

    /// <summary>One part of an assessment with its versions, in the partition of its own id; due at its review's next step.</summary>
    public static readonly DocumentType Assessment = new(
        "assessment",
        [Fields.DueAt, Fields.Child, Fields.Worker, Fields.Home, Fields.CreatedAt]
    );

    /// <summary>A safeguarding concern, in the partition of its own id.</summary>
    public static readonly DocumentType Concern = new("concern", [Fields.DueAt, Fields.Home, Fields.CreatedAt]);

    /// <summary>That a register changed and open arrangements must hear of it; in the partition of the record that changed.</summary>
    public static readonly DocumentType RegisterChanged = new("registerChanged", [Fields.DueAt]);

    /// <summary>A client's Idempotency-Key and what it was answered.</summary>
    public static readonly DocumentType Idempotency = new("idempotency", [Fields.ExpiresAt]);

    /// <summary>A daily signed checkpoint over histories; id = its UTC day.</summary>
    public static readonly DocumentType Checkpoint = new("checkpoint");

    /// <summary>The organisation itself: one document.</summary>
    public static readonly DocumentType Organisation = new("organisation");

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<DocumentType> All =
    [
        Arrangement,
        History,
        Message,
        Link,
        Person,
        Membership,
        Child,
        Home,
        Policy,
        Assessment,
        Concern,
        RegisterChanged,
        Idempotency,
        Checkpoint,
        Organisation,
    ];
}
