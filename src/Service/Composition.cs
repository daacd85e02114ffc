using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Checkpoints;
using OneToOne.Service.Concerns;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Drills;
using OneToOne.Service.DueWork;
using OneToOne.Service.Fairness;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Inspection;
using OneToOne.Service.Inspection.Why;
using OneToOne.Service.Json;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Concerns;
using OneToOne.Service.Pages.Drills;
using OneToOne.Service.Pages.Visits;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;
using OneToOne.Service.Retention;

namespace OneToOne.Service;

/// <summary>Registers what both hosts share. A host adds its store, its mail, its <see cref="IWakeUp"/>, its <see cref="ICheckpointShelf"/> and, without an identity provider, its <see cref="LocalKey"/>.</summary>
public static class Composition
{
    /// <summary>Registers the service; settings are checked when the host starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddOneToOne(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(options => WireFormat.Apply(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddRouting();
        services.AddProblemDetails();
        services.AddOpenApi(ApiDescription.Configure);
        services.AddRazorComponents();
        services.AddSignIn(configuration);
        services.AddRateLimits(configuration);
        services.AddHealth();
        services.AddSingleton<ContinuationSeal>();
        services.AddSingleton<KeyReservations>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<RecordCache>();
        services.AddSingleton<RegisterReader>();
        services.AddSingleton<RegisterNews>();
        services.AddSingleton<RegisterWriter>();
        services.AddSingleton<ChildSteps>();
        services.AddSingleton<RegisterHistories>();
        services.AddSingleton<Acknowledging>();
        services.AddSingleton<FanOut>();
        services.AddSingleton<StepLog>();
        services.AddSingleton<ArrangementSteps>();
        services.AddSingleton<AssessmentSteps>();
        services.AddSingleton<ConcernRegisters>();
        services.AddSingleton<ConcernBook>();
        services.AddSingleton<ConcernsArisen>();
        services.AddSingleton<ConcernSteps>();
        services.AddSingleton<ConcernReader>();
        services.AddSingleton<CallersConcerns>();
        services.AddSingleton<DrillSteps>();
        services.AddSingleton<ChildsRecords>();
        services.AddSingleton<ChildsDates>();
        services.AddSingleton<AllocatedTime>();
        services.AddSingleton<Disposal>();
        services.AddSingleton<RetentionRuns>();
        services.AddSingleton<ShownRuns>();
        services.AddSingleton<SubjectAccess>();
        services.AddSingleton<DrillReader>();
        services.AddSingleton<DrillLog>();
        services.AddSingleton<ArrangementReader>();
        services.AddSingleton<FairnessReader>();
        services.AddSingleton<AgreementWorkers>();
        services.AddSingleton<AssessmentReader>();
        services.AddSingleton<SectionsSights>();
        services.AddSingleton<AssessmentList>();
        services.AddSingleton<CallersSteps>();
        services.AddSingleton<LinkStore>();
        services.AddSingleton<LinkDoor>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<LinkHistory>();
        services.AddSingleton<DrillDesk>();
        services.AddSingleton<ConcernDesk>();
        services.AddSingleton<PastEvents>();
        services.AddSingleton<Past>();
        services.AddSingleton<InspectionReader>();
        services.AddSingleton<WhyReader>();
        services.AddSingleton<UrgentDelivery>();
        services.AddSingleton<LinkAgain>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<SentMails>();
        services.AddSingleton<Postman>();
        services.AddSingleton<ArrangementDeliverer>();
        services.AddSingleton<AssessmentDeliverer>();
        services.AddSingleton<ConcernDeliverer>();
        services.AddSingleton<DrillDeliverer>();
        services.AddSingleton<PersonDeliverer>();
        services.AddSingleton<ChildDeliverer>();
        services.AddSingleton<RegisterMail>();
        services.AddSingleton<DeliveryReports>();
        services.AddSingleton<DueRecords>();
        services.AddSingleton<DueArrangement>();
        services.AddSingleton<SafetyNet>();
        services.AddSingleton<Verification>();
        services.AddSingleton<Checkpointing>();
        services.AddSingleton<DailyWork>();
        return services;
    }
}
