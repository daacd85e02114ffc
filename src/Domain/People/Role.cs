namespace OneToOne.Domain.People;

/// <summary>What a person may be in the register; one person may be several.</summary>
public enum Role
{
    /// <summary>Spends one-to-one time with children.</summary>
    Worker,

    /// <summary>The senior colleague: the first level of an escalation.</summary>
    SeniorManager,

    /// <summary>Runs a home: the second level of an escalation, and one of the two roles that decide an override (L-06).</summary>
    HomesManager,

    /// <summary>Answers for several homes: the last level of an escalation, and the other role that decides an override.</summary>
    ServiceManager,

    /// <summary>Holds responsibility for a child, by law or by delegation.</summary>
    ParentOrCarer,

    /// <summary>The child's social worker or their manager, outside the home's staff.</summary>
    PlacingAuthority,

    /// <summary>Reads what is available for inspection.</summary>
    Inspector,

    /// <summary>Keeps the registers and the policy; decides nothing about a child.</summary>
    Administrator,
}

/// <summary>What the roles have in common.</summary>
public static class Roles
{
    /// <summary>Whether the role is one of the three that answer for an escalation and agree assessments.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Whether it is a manager's.</returns>
    public static bool IsManager(this Role role) => role is Role.SeniorManager or Role.HomesManager or Role.ServiceManager;

    /// <summary>Whether the role is one that works for the home, and so never answers for a child's family or placing authority.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Whether it belongs to the home's own staff.</returns>
    public static bool IsStaff(this Role role) => role is Role.Worker || role.IsManager();
}
