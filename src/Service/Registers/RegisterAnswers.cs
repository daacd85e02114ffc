using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Http;
using OneToOne.Service.Records;

namespace OneToOne.Service.Registers;

/// <summary>How a write to a register is answered.</summary>
internal static class RegisterAnswers
{
    /// <summary>The finding when the id in the body is not that of the address.</summary>
    public static readonly Finding OtherId = new("id", DutyKind.Hard, "The id is not that of the address.", "Send the same id.", "id");

    /// <summary>Writes an entry that its keeper may write.</summary>
    /// <typeparam name="T">The entry.</typeparam>
    /// <param name="entry">The entry with its new version.</param>
    /// <param name="version">That version.</param>
    /// <param name="before">The entry as it was read; null for a new one.</param>
    /// <param name="seen">What the client has seen; needed for any but a new one.</param>
    /// <param name="findings">What is wrong with the entry.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="location">Where it is.</param>
    /// <returns>
    /// 200, 201, or a refusal; null when the record was written at the same moment, and is to be read again: an acknowledgement or a mail is
    /// nothing that a client must have seen.
    /// </returns>
    public static async Task<IResult?> WriteAsync<T>(
        T entry,
        int version,
        Stored<T>? before,
        IfMatch seen,
        ImmutableArray<Finding> findings,
        Func<Task<bool>> write,
        string location
    )
    {
        if ((before is not null || seen.IsGiven) && seen.Refuses(version - 1) is { } refused)
            return refused;
        if (!findings.IsEmpty)
            return Refusal.Of(StatusCodes.Status422UnprocessableEntity, findings);
        return !await write() ? null
            : before is null ? Answer.Created(location, entry, version)
            : Answer.Ok(entry, version);
    }
}
