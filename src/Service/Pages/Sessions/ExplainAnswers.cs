using OneToOne.Domain.Arrangements;
using OneToOne.Service.Pages.Forms;

namespace OneToOne.Service.Pages.Sessions;

/// <summary>Reads from its form how a decline was explained to the young person.</summary>
internal static class ExplainAnswers
{
    public static ArrangementCommand.Explain Read(SentForm form) =>
        new(
            form.Words("how", "Say how you explained it to the young person."),
            form.Words("response", "Say what the young person answered.")
        );
}
