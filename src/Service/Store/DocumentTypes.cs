using System.Collections.Immutable;

namespace OneToOne.Service.Store;

/// <summary>Every type of document the product keeps, with the partition it lives in.</summary>
public static class DocumentTypes
{
    /// <summary>An arrangement's state and outbox, in the partition of its own id.</summary>
    public static readonly DocumentType Arrangement = new(
        "arrangement",
        [Fields.DueAt, Fields.Home, Fields.Child, Fields.Worker, Fields.Open, Fields.CreatedAt, Fields.ChangedOn]
    );

    /// <summary>One entry of a history; id = <see cref="SequenceId"/>; in the partition of what it is the history of.</summary>
    public static readonly DocumentType History = new("history");

    /// <summary>A mailed link, in the partition of its arrangement.</summary>
    public static readonly DocumentType Link = new("link");

    /// <summary>A person, in the partition of their own id.</summary>
    public static readonly DocumentType Person = new("person", [Fields.ChangedOn]);

    /// <summary>A child's record, in the partition of its own id.</summary>
    public static readonly DocumentType Child = new("child", [Fields.Home, Fields.ChangedOn]);

    /// <summary>A home, in the partition of its own id.</summary>
    public static readonly DocumentType Home = new("home", [Fields.ChangedOn]);

    /// <summary>What holds for the organisation as a whole, such as its current policy.</summary>
    public static readonly DocumentType Organisation = new("organisation", [Fields.ChangedOn]);

    /// <summary>One part of an assessment with its versions, in the partition of its own id; due at its review's next step.</summary>
    public static readonly DocumentType Assessment = new(
        "assessment",
        [Fields.DueAt, Fields.Child, Fields.Worker, Fields.Home, Fields.ChangedOn]
    );

    /// <summary>A safeguarding concern, in the partition of its own id.</summary>
    public static readonly DocumentType Concern = new(
        "concern",
        [Fields.DueAt, Fields.Home, Fields.Child, Fields.CreatedAt, Fields.ChangedOn]
    );

    /// <summary>That somebody took what is available for inspection, in the partition of its own id.</summary>
    public static readonly DocumentType InspectionExport = new("inspectionExport", [Fields.Home, Fields.CreatedAt, Fields.ChangedOn]);

    /// <summary>What a manager made of how time was shared, in the partition of its own id.</summary>
    public static readonly DocumentType FairnessDisposition = new(
        "fairnessDisposition",
        [Fields.Home, Fields.Child, Fields.CreatedAt, Fields.ChangedOn]
    );

    /// <summary>A drill of a home's escalation, in the partition of its own id.</summary>
    public static readonly DocumentType Drill = new("drill", [Fields.DueAt, Fields.Home, Fields.CreatedAt, Fields.ChangedOn]);

    /// <summary>That something happened to an arrangement that is a concern, and the concern has yet to be opened; in the arrangement's partition.</summary>
    public static readonly DocumentType ConcernArose = new("concernArose", [Fields.DueAt]);

    /// <summary>A disposal run, in the partition of its own id.</summary>
    public static readonly DocumentType RetentionRun = new("retentionRun", [Fields.DueAt, Fields.Home, Fields.CreatedAt, Fields.ChangedOn]);

    /// <summary>That somebody took what is held about a child, in the partition of its own id.</summary>
    public static readonly DocumentType SubjectAccess = new("subjectAccess", [Fields.Child, Fields.CreatedAt, Fields.ChangedOn]);

    /// <summary>That a register changed and open arrangements must hear of it; in the partition of the record that changed.</summary>
    public static readonly DocumentType RegisterChanged = new("registerChanged", [Fields.DueAt]);

    /// <summary>A client's Idempotency-Key and what it was answered.</summary>
    public static readonly DocumentType Idempotency = new("idempotency", [Fields.ExpiresAt]);

    /// <summary>To which message a mail belongs that a carrier will report on, in the partition of the carrier's own id for it.</summary>
    public static readonly DocumentType SentMail = new("sentMail", [Fields.ExpiresAt]);

    /// <summary>The types that are kept as records, each with a history of its own.</summary>
    public static readonly ImmutableArray<DocumentType> Records =
    [
        Arrangement,
        Person,
        Child,
        Home,
        Organisation,
        Assessment,
        Concern,
        InspectionExport,
        FairnessDisposition,
        Drill,
        RetentionRun,
        SubjectAccess,
    ];

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<DocumentType> All =
    [
        .. Records,
        History,
        Link,
        ConcernArose,
        RegisterChanged,
        Idempotency,
        SentMail,
    ];
}
