using OneToOne.Domain.Concerns;

namespace OneToOne.Service.Pages.Concerns;

/// <summary>What a concern is, in plain words.</summary>
internal static class KindWords
{
    public static string Of(ConcernKind kind) =>
        kind switch
        {
            ConcernKind.Request => "What was said in a request that was refused",
            ConcernKind.Distress => "The child was distressed or angry",
            ConcernKind.Allegation => "An allegation against an adult",
            ConcernKind.SexualFeelings => "Sexual feelings, or what may be taken so",
            ConcernKind.ChildsFeelings => "A child who may have feelings for an adult",
            ConcernKind.DoorNotKept => "What was stated for a bedroom's door was not kept",
            ConcernKind.UnapprovedMeeting => "Time alone that nobody had approved or started",
            ConcernKind.ApprovalDenied => "Somebody says that they never gave an approval that was written down for them",
            ConcernKind.Other => "Something else that worries somebody",
            _ => throw new InvalidOperationException($"{kind} has no words."),
        };
}
