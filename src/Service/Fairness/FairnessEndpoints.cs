using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Fairness;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Inspection;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Fairness;

/// <summary>What a manager makes of something to look at.</summary>
/// <param name="Home">The home.</param>
/// <param name="Child">The child.</param>
/// <param name="Pattern">What was looked at.</param>
/// <param name="What">What was made of it.</param>
/// <param name="Note">In words.</param>
/// <param name="Worker">The worker; left out where it is about a child's time with anybody.</param>
public sealed record DispositionSaid(
    HomeId Home,
    ChildId Child,
    FairnessPattern Pattern,
    DispositionKind What,
    string Note,
    PersonId? Worker = null
);

/// <summary>How one-to-one time is shared (L-28): for the home's managers.</summary>
internal static class FairnessEndpoints
{
    private static readonly Finding NoPeriod = new(
        "period",
        DutyKind.Hard,
        "This is not a period.",
        $"Give a first and a last day, at most {Period.LongestDays} days.",
        "to"
    );

    private static readonly Finding NoNote = new("L-28", DutyKind.Ask, "It is not said what was found.", "Say it in words.", "note");

    private static readonly Finding NoWorker = new(
        "L-28",
        DutyKind.Ask,
        "It is not said whose time this is about.",
        "Name the worker; leave it out only for littleTime.",
        "worker"
    );

    private static readonly Finding Yourself = new(
        "who",
        DutyKind.Hard,
        "This is about your own time with the child.",
        "Another manager looks at it.",
        "worker"
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var fairness = routes.MapGroup("/api/fairness").WithTags("Fairness");
        fairness
            .MapGet("", GetAsync)
            .RequireAuthorization(Access.Managers)
            .WithSummary("How one-to-one time was shared in a home and period, against what is allocated: something to look at.")
            .Produces<FairnessReport>();
        fairness
            .MapPost("/dispositions", DisposeAsync)
            .RequireAuthorization(Access.Managers)
            .WithSummary("Record what was made of something to look at; it is shown with it from then on.")
            .Produces<Disposition>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> GetAsync(
        [Description("The home.")] HomeId home,
        [Description("The first day, by the home's calendar, such as 2026-03-01.")] DateOnly from,
        [Description("The last day.")] DateOnly to,
        Caller caller,
        RegisterReader registers,
        FairnessReader reader,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (await ManagedAsync(home, caller, registers, now, ct) is not { } its)
            return Findings.Nothing();
        if (Period.Of(from, to, its) is not { } period || period.Begins >= now)
            return Refusal.Of(StatusCodes.Status422UnprocessableEntity, NoPeriod);
        return Answer.Ok(await reader.ReadAsync(its, period, caller.Person, now, ct));
    }

    private static async Task<IResult> DisposeAsync(
        DispositionSaid said,
        Caller caller,
        IdempotencyKey? key,
        RegisterReader registers,
        KeyReservations reservations,
        Ledger ledger,
        TimeProvider clock
    )
    {
        var (now, ct) = (clock.GetUtcNow(), CancellationToken.None);
        if (await ManagedAsync(said.Home, caller, registers, now, ct) is null)
            return Findings.Nothing();
        if (await registers.ChildAsync(said.Child, ct) is not { } child || child.Home != said.Home || child.IsBarred(caller.Person))
            return Findings.Nothing();
        if (said.Worker == caller.Person)
            return Refusal.Of(StatusCodes.Status403Forbidden, Yourself);
        if (Faults(said) is { IsEmpty: false } faults)
            return Refusal.Of(StatusCodes.Status422UnprocessableEntity, faults);
        var id = Guid.NewGuid().ToString("N");
        if (key is not null)
        {
            var (reserved, refusal) = await reservations.ReserveAsync(key, id, ct);
            if (reserved is null)
                return refusal!;
            id = reserved;
        }
        var made = new Disposition
        {
            Id = id,
            Home = said.Home,
            Worker = said.Worker,
            Child = said.Child,
            Pattern = said.Pattern,
            What = said.What,
            Note = said.Note,
            By = caller.Person,
            At = now,
        };
        return Answer.Created($"/api/fairness?home={said.Home}", await DispositionRecords.KeepAsync(ledger, made));
    }

    private static ImmutableArray<Finding> Faults(DispositionSaid said) =>
        [
            .. Wording.SaysWhy(said.Note) && said.Note.Length <= Wording.Longest ? ImmutableArray<Finding>.Empty : [NoNote],
            .. said.Worker is null == said.Pattern is FairnessPattern.LittleTime ? ImmutableArray<Finding>.Empty : [NoWorker],
        ];

    private static async ValueTask<Home?> ManagedAsync(
        HomeId id,
        Caller caller,
        RegisterReader registers,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        await registers.HomeAsync(id, ct) is { } home
        && await registers.PersonAsync(caller.Person, ct) is { } person
        && Sights.IsManager(caller, person, home, now)
            ? home
            : null;
}
