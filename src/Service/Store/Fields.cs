namespace OneToOne.Service.Store;

/// <summary>Names of declared fields, each meaning the same in every type that has it.</summary>
public static class Fields
{
    /// <summary>The document's own id: ordered by like a declared field, and never declared.</summary>
    public const string Id = "id";

    /// <summary>The next moment at which something happens by itself (<see cref="StoreTime"/>); absent when nothing will.</summary>
    public const string DueAt = "dueAt";

    /// <summary>When it was first written (<see cref="StoreTime"/>).</summary>
    public const string CreatedAt = "createdAt";

    /// <summary>The UTC day of its last change, <c>yyyy-MM-dd</c>.</summary>
    public const string ChangedOn = "changedOn";

    /// <summary>When it may be thrown away (<see cref="StoreTime"/>).</summary>
    public const string ExpiresAt = "expiresAt";

    /// <summary><c>"1"</c> while it is not final; absent afterwards.</summary>
    public const string Open = "open";

    /// <summary>A home's id.</summary>
    public const string Home = "home";

    /// <summary>A child's id.</summary>
    public const string Child = "child";

    /// <summary>The id of the person who works with the child.</summary>
    public const string Worker = "worker";
}
