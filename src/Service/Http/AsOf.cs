using Microsoft.AspNetCore.Http;
using OneToOne.Domain.Guidance;

namespace OneToOne.Service.Http;

/// <summary>What is answered to whoever asks how something was at a moment, where that can't be said.</summary>
internal static class AsOf
{
    private static readonly Finding Future = new(
        "at",
        DutyKind.Hard,
        "This moment is still to come.",
        "Ask for a moment that is past.",
        "at"
    );

    /// <summary>The moment is still to come.</summary>
    public static IResult ToCome() => Refusal.Of(StatusCodes.Status422UnprocessableEntity, Future);

    /// <summary>The moment lies before the first entry.</summary>
    public static IResult NotYet() => Refusal.Of(StatusCodes.Status404NotFound, "At that moment there was nothing yet.");

    /// <summary>What it was then was lawfully disposed of.</summary>
    public static IResult DisposedOf() =>
        Refusal.Of(StatusCodes.Status410Gone, "What it was at that moment has been lawfully disposed of; that it was is still on record.");
}
