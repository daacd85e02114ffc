using OneToOne.Domain.Arrangements;
using OneToOne.Service.Pages.Forms;

namespace OneToOne.Service.Pages.Sessions;

/// <summary>Reads the record of a session from its form.</summary>
internal static class CloseOutAnswers
{
    /// <summary>The fields of the form by those of the record.</summary>
    public static readonly (string Path, string Field)[] Fields =
    [
        ("summary", "summary"),
        ("distress", "distress"),
        ("doorConditionKept", "door-kept"),
        ("sexualFeelings", "feelings"),
    ];

    /// <summary>Reads the record.</summary>
    /// <returns>The record; null when an answer is missing, which the form then says.</returns>
    public static CloseOut? Read(SentForm form, Plan plan)
    {
        var summary = form.Words("summary", "Say what was done and what it was good for.");
        var distressed = form.YesNo("distressed", "Answer whether the child was distressed or angry.");
        var distress = form.Words("distress");
        var feelings = form.One<SexualFeelingsDeclaration>("feelings", "Answer this question.");
        var changed = form.YesNo("changed", "Answer whether needs or circumstances have changed.");
        var door = plan.Place.Setting == Setting.Bedroom ? form.YesNo("door-kept", "Answer whether the door was as agreed.") : null;
        if (distressed == true && distress.Length == 0)
            form.Fault("distress", "Say what happened.");
        return form.Errors.Any
            ? null
            : new(summary, distressed!.Value, feelings!.Value, changed!.Value, door, distress.Length == 0 ? null : distress);
    }
}
