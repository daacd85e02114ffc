using System.Collections.Immutable;
using static OneToOne.Service.Store.QueryScope;
using Types = OneToOne.Service.Store.DocumentTypes;

namespace OneToOne.Service.Store;

/// <summary>Every query the product may ask: an engine refuses any other, and makes an index for each of these.</summary>
public static class Queries
{
    private const string EachTick = "at each step of the clock";
    private const string EachRequest = "at requests of people";
    private const string RegisterChange = "once for each register change, paged";
    private const string Rarely = "a few times a day";

    /// <summary>Arrangements whose time has come, earliest first.</summary>
    public static readonly QueryDefinition ArrangementsDue = Due(Types.Arrangement);

    /// <summary>Assessments whose review has a step to take, earliest first.</summary>
    public static readonly QueryDefinition AssessmentsDue = Due(Types.Assessment);

    /// <summary>Concerns with a step to take, earliest first.</summary>
    public static readonly QueryDefinition ConcernsDue = Due(Types.Concern);

    /// <summary>Concerns still to be opened, earliest first.</summary>
    public static readonly QueryDefinition ConcernsAroseDue = Due(Types.ConcernArose);

    /// <summary>Register changes still to be handed on, earliest first.</summary>
    public static readonly QueryDefinition RegisterChangesDue = Due(Types.RegisterChanged);

    /// <summary>Drills with a step to take, earliest first.</summary>
    public static readonly QueryDefinition DrillsDue = Due(Types.Drill);

    /// <summary>Disposal runs with a step to take, earliest first.</summary>
    public static readonly QueryDefinition RetentionRunsDue = Due(Types.RetentionRun);

    /// <summary>The queries of due work, one for each type that has any; drills are looked for after all that is in earnest.</summary>
    public static readonly ImmutableArray<QueryDefinition> AllDue =
    [
        ArrangementsDue,
        AssessmentsDue,
        ConcernsAroseDue,
        ConcernsDue,
        RegisterChangesDue,
        DrillsDue,
        RetentionRunsDue,
    ];

    /// <summary>A home's arrangements, newest first.</summary>
    public static readonly QueryDefinition ArrangementsOfHome = new(
        "arrangementsOfHome",
        Types.Arrangement,
        AllPartitions,
        [Fields.Home],
        Fields.CreatedAt,
        EachRequest,
        Descending: true
    );

    /// <summary>A child's arrangements, newest first.</summary>
    public static readonly QueryDefinition ArrangementsOfChild = new(
        "arrangementsOfChild",
        Types.Arrangement,
        AllPartitions,
        [Fields.Child],
        Fields.CreatedAt,
        EachRequest,
        Descending: true
    );

    /// <summary>A worker's arrangements, newest first.</summary>
    public static readonly QueryDefinition ArrangementsOfWorker = new(
        "arrangementsOfWorker",
        Types.Arrangement,
        AllPartitions,
        [Fields.Worker],
        Fields.CreatedAt,
        EachRequest,
        Descending: true
    );

    /// <summary>A child's open arrangements.</summary>
    public static readonly QueryDefinition OpenArrangementsOfChild = new(
        "openArrangementsOfChild",
        Types.Arrangement,
        AllPartitions,
        [Fields.Child, Fields.Open],
        Fields.CreatedAt,
        RegisterChange
    );

    /// <summary>A worker's open arrangements.</summary>
    public static readonly QueryDefinition OpenArrangementsOfWorker = new(
        "openArrangementsOfWorker",
        Types.Arrangement,
        AllPartitions,
        [Fields.Worker, Fields.Open],
        Fields.CreatedAt,
        RegisterChange
    );

    /// <summary>A history in its order.</summary>
    public static readonly QueryDefinition HistoryInOrder = new("historyInOrder", Types.History, OnePartition, [], Fields.Id, EachRequest);

    /// <summary>All people, in the order they were entered.</summary>
    public static readonly QueryDefinition People = new("people", Types.Person, AllPartitions, [], Fields.Id, EachRequest);

    /// <summary>A home's children, in the order they were entered.</summary>
    public static readonly QueryDefinition ChildrenOfHome = new(
        "childrenOfHome",
        Types.Child,
        AllPartitions,
        [Fields.Home],
        Fields.Id,
        EachRequest
    );

    /// <summary>All homes, in the order they were entered.</summary>
    public static readonly QueryDefinition Homes = new("homes", Types.Home, AllPartitions, [], Fields.Id, EachRequest);

    /// <summary>Assessments that concern a child.</summary>
    public static readonly QueryDefinition AssessmentsOfChild = new(
        "assessmentsOfChild",
        Types.Assessment,
        AllPartitions,
        [Fields.Child],
        Fields.Id,
        EachRequest
    );

    /// <summary>Assessments that concern a worker.</summary>
    public static readonly QueryDefinition AssessmentsOfWorker = new(
        "assessmentsOfWorker",
        Types.Assessment,
        AllPartitions,
        [Fields.Worker],
        Fields.Id,
        EachRequest
    );

    /// <summary>Assessments of a home's children and workers, newest first.</summary>
    public static readonly QueryDefinition AssessmentsOfHome = new(
        "assessmentsOfHome",
        Types.Assessment,
        AllPartitions,
        [Fields.Home],
        Fields.Id,
        EachRequest,
        Descending: true
    );

    /// <summary>A home's concerns, newest first.</summary>
    public static readonly QueryDefinition ConcernsOfHome = new(
        "concernsOfHome",
        Types.Concern,
        AllPartitions,
        [Fields.Home],
        Fields.CreatedAt,
        Rarely,
        Descending: true
    );

    /// <summary>A child's concerns, of whatever home, newest first.</summary>
    public static readonly QueryDefinition ConcernsOfChild = new(
        "concernsOfChild",
        Types.Concern,
        AllPartitions,
        [Fields.Child],
        Fields.CreatedAt,
        Rarely,
        Descending: true
    );

    /// <summary>A home's arrangements by the UTC day of their last change, for an inspection.</summary>
    public static readonly QueryDefinition ArrangementsOfHomeChanged = new(
        "arrangementsOfHomeChanged",
        Types.Arrangement,
        AllPartitions,
        [Fields.Home],
        Fields.ChangedOn,
        Rarely
    );

    /// <summary>A child's arrangements by the UTC day of their last change: those that began since have changed since.</summary>
    public static readonly QueryDefinition ArrangementsOfChildChanged = new(
        "arrangementsOfChildChanged",
        Types.Arrangement,
        AllPartitions,
        [Fields.Child],
        Fields.ChangedOn,
        EachRequest
    );

    /// <summary>A home's assessments by the UTC day of their last change, for an inspection.</summary>
    public static readonly QueryDefinition AssessmentsOfHomeChanged = new(
        "assessmentsOfHomeChanged",
        Types.Assessment,
        AllPartitions,
        [Fields.Home],
        Fields.ChangedOn,
        Rarely
    );

    /// <summary>A home's children by the UTC day of their record's last change, for an inspection.</summary>
    public static readonly QueryDefinition ChildrenOfHomeChanged = new(
        "childrenOfHomeChanged",
        Types.Child,
        AllPartitions,
        [Fields.Home],
        Fields.ChangedOn,
        Rarely
    );

    /// <summary>What was taken of a home for inspection, newest first.</summary>
    public static readonly QueryDefinition InspectionExportsOfHome = new(
        "inspectionExportsOfHome",
        Types.InspectionExport,
        AllPartitions,
        [Fields.Home],
        Fields.CreatedAt,
        Rarely,
        Descending: true
    );

    /// <summary>What managers of a home made of how time was shared, newest first.</summary>
    public static readonly QueryDefinition FairnessDispositionsOfHome = new(
        "fairnessDispositionsOfHome",
        Types.FairnessDisposition,
        AllPartitions,
        [Fields.Home],
        Fields.CreatedAt,
        Rarely,
        Descending: true
    );

    /// <summary>What managers made of how time with a child was shared, newest first.</summary>
    public static readonly QueryDefinition FairnessDispositionsOfChild = new(
        "fairnessDispositionsOfChild",
        Types.FairnessDisposition,
        AllPartitions,
        [Fields.Child],
        Fields.CreatedAt,
        Rarely,
        Descending: true
    );

    /// <summary>A home's drills, newest first.</summary>
    public static readonly QueryDefinition DrillsOfHome = new(
        "drillsOfHome",
        Types.Drill,
        AllPartitions,
        [Fields.Home],
        Fields.CreatedAt,
        Rarely,
        Descending: true
    );

    /// <summary>A home's disposal runs, newest first.</summary>
    public static readonly QueryDefinition RetentionRunsOfHome = new(
        "retentionRunsOfHome",
        Types.RetentionRun,
        AllPartitions,
        [Fields.Home],
        Fields.CreatedAt,
        Rarely,
        Descending: true
    );

    /// <summary>The links of one record.</summary>
    public static readonly QueryDefinition LinksOfRecord = new("linksOfRecord", Types.Link, OnePartition, [], Fields.Id, Rarely);

    /// <summary>What arose in one record and has yet to be opened as a concern.</summary>
    public static readonly QueryDefinition ConcernsArisenOfRecord = new(
        "concernsArisenOfRecord",
        Types.ConcernArose,
        OnePartition,
        [],
        Fields.Id,
        Rarely
    );

    /// <summary>The kept answers of one record.</summary>
    public static readonly QueryDefinition AnswersOfRecord = new("answersOfRecord", Types.Idempotency, OnePartition, [], Fields.Id, Rarely);

    /// <summary>The documents that may be thrown away, oldest first: one query for each type that is not kept.</summary>
    public static readonly ImmutableArray<QueryDefinition> AllExpired = [Expired(Types.Idempotency), Expired(Types.SentMail)];

    /// <summary>The records of every type by the UTC day of their last change: what a checkpoint or a verification reads.</summary>
    public static readonly ImmutableArray<QueryDefinition> AllChanged =
    [
        .. Types.Records.Select(type => new QueryDefinition(type.Name + "Changed", type, AllPartitions, [], Fields.ChangedOn, Rarely)),
    ];

    /// <summary>People by the UTC day of their record's last change.</summary>
    public static readonly QueryDefinition PeopleChanged = AllChanged.Single(query => query.Type == Types.Person);

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<QueryDefinition> All =
    [
        .. AllDue,
        .. AllChanged,
        .. AllExpired,
        ArrangementsOfHome,
        ArrangementsOfChild,
        ArrangementsOfWorker,
        OpenArrangementsOfChild,
        OpenArrangementsOfWorker,
        HistoryInOrder,
        People,
        ChildrenOfHome,
        Homes,
        AssessmentsOfChild,
        AssessmentsOfWorker,
        AssessmentsOfHome,
        ConcernsOfHome,
        ConcernsOfChild,
        ArrangementsOfHomeChanged,
        ArrangementsOfChildChanged,
        AssessmentsOfHomeChanged,
        ChildrenOfHomeChanged,
        InspectionExportsOfHome,
        FairnessDispositionsOfHome,
        FairnessDispositionsOfChild,
        DrillsOfHome,
        RetentionRunsOfHome,
        LinksOfRecord,
        ConcernsArisenOfRecord,
        AnswersOfRecord,
    ];

    private static QueryDefinition Expired(DocumentType type) =>
        new(type.Name + "Expired", type, AllPartitions, [], Fields.ExpiresAt, Rarely);

    private static QueryDefinition Due(DocumentType type) => new(type.Name + "Due", type, AllPartitions, [], Fields.DueAt, EachTick);
}
