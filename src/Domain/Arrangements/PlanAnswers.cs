namespace OneToOne.Domain.Arrangements;

/// <summary>Whether this occasion is unavoidable (G-12).</summary>
/// <param name="OtherAdultPossible">Whether another adult could be there as well.</param>
/// <param name="Avoidable">Whether the same could be reached without time alone.</param>
/// <param name="Reason">Why it is to be one-to-one all the same.</param>
public sealed record Alternatives(bool OtherAdultPossible, bool Avoidable, string Reason)
{
    /// <summary>Whether it need not be one-to-one: then those who decide look at the reason first.</summary>
    internal bool CouldBeOtherwise => OtherAdultPossible || Avoidable;
}

/// <summary>By what the worker can be reached while it goes on (G-13). Never a number.</summary>
public enum ContactMethod
{
    /// <summary>A telephone of the organisation.</summary>
    WorkPhone,

    /// <summary>A radio.</summary>
    Radio,

    /// <summary>The telephone of the place.</summary>
    Landline,

    /// <summary>Somebody hears the worker call.</summary>
    WithinCall,
}

/// <summary>How to keep in touch for one occasion (G-13).</summary>
/// <param name="Method">By what the worker can be reached.</param>
/// <param name="Emergency">Who is called in an emergency; never the worker. For staff.</param>
public sealed record SessionContact(ContactMethod Method, PersonId Emergency);

/// <summary>What an occasion does to the family contact that the care plan provides for (L-01).</summary>
public enum FamilyContact
{
    /// <summary>It takes nothing away from it.</summary>
    None,

    /// <summary>It would stand in its place.</summary>
    Replaces,

    /// <summary>It would fall on the same time.</summary>
    Clashes,
}
