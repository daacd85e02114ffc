using System.Collections.Immutable;

namespace OneToOne.Service.Pages.Forms;

/// <summary>What is wrong with a form that was sent, in the order of its fields.</summary>
/// <param name="All">Each fault with the name of its field.</param>
public sealed record FormErrors(params ImmutableArray<FieldError> All)
{
    /// <summary>Nothing is wrong.</summary>
    public static readonly FormErrors None = new();

    /// <summary>Whether something is wrong.</summary>
    public bool Any => !All.IsEmpty;

    /// <summary>What is wrong with one field.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The first fault, or null.</returns>
    public string? Of(string field) => All.FirstOrDefault(error => error.Field == field)?.Message;
}

/// <summary>One fault of one field.</summary>
/// <param name="Field">The field's name, which is also the id of its first control; empty when it is about no field of the page.</param>
/// <param name="Message">One plain sentence that says what to do.</param>
public sealed record FieldError(string Field, string Message);
