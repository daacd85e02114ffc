using Microsoft.AspNetCore.Components;
using OneToOne.Service.Pages.Forms;

namespace OneToOne.Service.Pages;

/// <summary>The frame of every page: one heading, what is wrong first, no script, and a warning while no mail leaves this machine.</summary>
public sealed partial class PageLayout
{
    /// <summary>The title and the heading, one short sentence without personal data.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The language of the page, as a BCP 47 tag.</summary>
    [Parameter]
    public string Language { get; set; } = "en-GB";

    /// <summary>What is wrong with what was sent; each field below shows its own.</summary>
    [Parameter]
    public FormErrors Errors { get; set; } = FormErrors.None;

    /// <summary>What the page shows.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
