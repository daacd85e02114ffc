using OneToOne.Domain.Arrangements;
using OneToOne.Service.Pages.Forms;

namespace OneToOne.Service.Pages.Sessions;

/// <summary>Reads the record of a session from its form. What it lacks, the rules say.</summary>
internal static class CloseOutAnswers
{
    /// <summary>The fields of the form by those of the record.</summary>
    public static readonly (string Path, string Field)[] Fields =
    [
        ("summary", "summary"),
        ("childDistressedOrAngry", "distressed"),
        ("distress", "distress"),
        ("sexualFeelings", "feelings"),
        ("doorConditionKept", "door-kept"),
        ("needsChanged", "changed"),
        ("personalNumbers", "numbers"),
        ("privateMatters", "private"),
        ("physicalContact", "contact"),
        ("contact", "contact-words"),
        ("childsView", "comfortable"),
        ("asAgreed", "as-agreed"),
    ];

    /// <summary>Reads the record.</summary>
    /// <returns>The record, as far as it was filled in; what is longer than fits, the form then says.</returns>
    public static CloseOut Read(SentForm form, Plan plan, bool isUnderAgreement) =>
        new(
            form.Words("summary"),
            form.YesNo("distressed"),
            form.One<SexualFeelingsDeclaration>("feelings"),
            form.YesNo("changed"),
            plan.Place.Setting == Setting.Bedroom ? form.YesNo("door-kept") : null,
            Words(form, "distress"),
            View(form),
            form.YesNo("numbers"),
            form.YesNo("private"),
            form.YesNo("contact"),
            Words(form, "contact-words"),
            isUnderAgreement ? form.YesNo("as-agreed") : null
        );

    private static string? Words(SentForm form, string name) => form.Words(name) is { Length: > 0 } words ? words : null;

    private static ChildsView? View(SentForm form)
    {
        var words = form.Words("view");
        return form.Value("comfortable") is "yes" or "no" or "not-asked" ? new(form.YesNo("comfortable"), words) : null;
    }
}
