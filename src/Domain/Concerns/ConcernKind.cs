namespace OneToOne.Domain.Concerns;

/// <summary>What a concern came from, or is about.</summary>
public enum ConcernKind
{
    /// <summary>A request that was refused for what it says (L-19, L-20).</summary>
    Request,

    /// <summary>The child was distressed or angry (G-23).</summary>
    Distress,

    /// <summary>An allegation against an adult.</summary>
    Allegation,

    /// <summary>Sexual feelings, or what may be taken so, on the side of an adult (L-20).</summary>
    SexualFeelings,

    /// <summary>A report that a child may have feelings of that kind. It accuses nobody, so it is about nobody.</summary>
    ChildsFeelings,

    /// <summary>What was stated for a bedroom's door was not kept (L-19).</summary>
    DoorNotKept,

    /// <summary>Time alone that took place although nobody had approved or started it (G-17).</summary>
    UnapprovedMeeting,

    /// <summary>Somebody says that they never gave the approval that was written down for them (G-04).</summary>
    ApprovalDenied,

    /// <summary>Anything else that worries somebody.</summary>
    Other,
}
