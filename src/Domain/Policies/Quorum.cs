namespace OneToOne.Domain.Policies;

/// <summary>How many approvals an arrangement needs (G-04).</summary>
public enum Quorum
{
    /// <summary>One manager and one parent or carer: two people, neither of them the requester or the worker.</summary>
    Dual,

    /// <summary>Either of the two.</summary>
    Any,
}
