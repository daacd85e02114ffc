namespace OneToOne.Service.Pages.Forms;

/// <summary>One answer of a <see cref="RadioChoice"/>.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Label">What people see.</param>
/// <param name="Hint">What it means; nothing if null.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);
