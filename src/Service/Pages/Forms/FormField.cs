using Microsoft.AspNetCore.Components;

namespace OneToOne.Service.Pages.Forms;

/// <summary>What all fields share: a label, perhaps a hint, and the fault of what was sent.</summary>
public abstract class FormField : ComponentBase
{
    /// <summary>The field's name in the form, and the id of its first control.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The question or the name that people see.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>One sentence of help; none if null.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Whether the browser asks for an answer before it sends the form; the server asks in any case.</summary>
    [Parameter]
    public bool Required { get; set; } = true;

    /// <summary>The faults of the form.</summary>
    [CascadingParameter]
    public FormErrors Errors { get; set; } = FormErrors.None;

    /// <summary>The fault of this field; null if there is none.</summary>
    protected string? Error => Errors.Of(Name);

    /// <summary>The id of the hint.</summary>
    protected string HintId => Name + "-hint";

    /// <summary>The id of the fault.</summary>
    protected string ErrorId => Name + "-error";

    /// <summary>The ids of what explains the field to a screen reader; null if nothing does.</summary>
    protected string? DescribedBy =>
        (Hint, Error) switch
        {
            (null, null) => null,
            (_, null) => HintId,
            (null, _) => ErrorId,
            _ => $"{HintId} {ErrorId}",
        };

    /// <summary>The value of <c>aria-invalid</c>; null leaves it out.</summary>
    protected string? Invalid => Error is null ? null : "true";

    /// <summary>The class of the box around the field.</summary>
    protected string Box => Error is null ? "field" : "field invalid";
}
