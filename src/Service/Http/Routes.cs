using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Concerns;
using OneToOne.Service.Drills;
using OneToOne.Service.Explaining;
using OneToOne.Service.Fairness;
using OneToOne.Service.Guidance;
using OneToOne.Service.Inspection;
using OneToOne.Service.Inspection.Why;
using OneToOne.Service.Pages;
using OneToOne.Service.Pages.Visits;
using OneToOne.Service.Registers;
using OneToOne.Service.Retention;

namespace OneToOne.Service.Http;

/// <summary>Everything that can be called, each noun's routes in a file of its own beside what they do.</summary>
public static class Routes
{
    /// <summary>Maps every endpoint of the product.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapOneToOne(this IEndpointRouteBuilder routes)
    {
        FrontPage.Map(routes);
        PageStyle.Map(routes);
        LinkRoutes.Map(routes);
        Health.Map(routes);
        PersonEndpoints.Map(routes);
        HomeEndpoints.Map(routes);
        ChildEndpoints.Map(routes);
        ProtectionEndpoints.Map(routes);
        RegisterHistoryEndpoints.Map(routes);
        AcknowledgementEndpoints.Map(routes);
        PolicyEndpoints.Map(routes);
        ExplainEndpoints.Map(routes);
        GuidanceEndpoints.Map(routes);
        FairnessEndpoints.Map(routes);
        AssessmentEndpoints.Map(routes);
        ArrangementEndpoints.Map(routes);
        OccasionEndpoints.Map(routes);
        CommandEndpoints.Map(routes);
        HistoryEndpoints.Map(routes);
        LinkEndpoints.Map(routes);
        ConcernEndpoints.Map(routes);
        InspectionEndpoints.Map(routes);
        WhyEndpoints.Map(routes);
        DrillEndpoints.Map(routes);
        RetentionEndpoints.Map(routes);
        LegalHoldEndpoints.Map(routes);
        SubjectAccessEndpoints.Map(routes);
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }
}
