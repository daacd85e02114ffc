using OneToOne.Domain.Guidance;

namespace OneToOne.Service.Http;

/// <summary>A finding as an answer shows it.</summary>
/// <param name="Id">The duty it comes from, such as <c>G-16</c>, or a name of our own such as <c>phase</c>.</param>
/// <param name="Kind">Whether it can be lifted by a decision, by an answer, or not at all.</param>
/// <param name="Section">The document and section of the duty: <c>G</c>, or <c>L1</c> to <c>L4</c>; null for a name of our own.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Lift">What would lift it.</param>
/// <param name="Field">The field of the request it is about; null when it is about no single field.</param>
public sealed record FindingView(string Id, DutyKind Kind, string? Section, string Problem, string Lift, string? Field)
{
    /// <summary>Shows a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>It, with its section.</returns>
    public static FindingView Of(Finding finding) =>
        new(finding.Id, finding.Kind, Duties.Of(finding.Id)?.Section, finding.Problem, finding.Lift, finding.Field);
}
