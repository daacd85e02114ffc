using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;

namespace OneToOne.Service.Arrangements;

/// <summary>What staff are shown on each request for a child who is not comfortable alone with adults (L-12); never in a mail, and never for families.</summary>
internal static class ComfortWords
{
    public static string? Of(Facts facts) =>
        facts.ChildAssessment?.InForce?.Content.Child?.NotComfortableAlone is NotComfortableAlone.Yes flag ? flag.Words : null;
}
