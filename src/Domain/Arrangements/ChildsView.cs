using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

/// <summary>What the child says of it. It is not an approval.</summary>
/// <param name="Comfortable">Whether the child is comfortable with it; null when the child could not be asked.</param>
/// <param name="Words">In the child's words; or why the child could not be asked.</param>
public sealed record ChildsView(bool? Comfortable, string Words = "")
{
    /// <summary>Whether it says what it must: a yes needs no words; a no, and that the child could not be asked, does.</summary>
    public bool IsComplete => Comfortable == true ? (Words ?? "").Length <= Wording.Longest : FieldFinding.SaysWhy(Words);
}
