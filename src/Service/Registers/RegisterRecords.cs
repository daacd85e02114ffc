using System.Text.Json.Serialization;
using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>That a register entry was written, as it stands from then on. The entry's history is the list of its versions.</summary>
/// <typeparam name="T">The entry.</typeparam>
/// <param name="Entry">The entry.</param>
public sealed record RegisterWritten<T>(T Entry)
{
    /// <summary>What a head said who lifts what protects a child, or proposes it; null for every other change. The entry has no place for the second's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LiftProposal? Lifts { get; init; }
}

/// <summary>A kind of register entry.</summary>
/// <typeparam name="T">The entry.</typeparam>
/// <param name="type">The type of its document.</param>
/// <param name="idOf">Its id.</param>
/// <param name="version">Its version, from 1.</param>
/// <param name="fields">Its declared fields.</param>
public sealed class RegisterRecords<T>(
    DocumentType type,
    Func<T, string> idOf,
    Func<T, int> version,
    Func<T, IEnumerable<FieldValue>> fields
) : RecordKind<T, RegisterWritten<T>>(type)
    where T : class
{
    /// <inheritdoc/>
    public override string IdOf(T state) => idOf(state);

    /// <summary>The version of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>Its version, from 1.</returns>
    public int VersionOf(T entry) => version(entry);

    /// <inheritdoc/>
    public override T Evolve(T? state, RegisterWritten<T> happened, DateTimeOffset at) => happened.Entry;

    /// <inheritdoc/>
    public override IEnumerable<FieldValue> FieldsOf(T state) => fields(state);
}

/// <summary>The registers.</summary>
public static class RegisterKinds
{
    /// <summary>People.</summary>
    public static RegisterRecords<Person> People { get; } = new(DocumentTypes.Person, p => p.Id.Value, p => p.Version, _ => []);

    /// <summary>Children.</summary>
    public static RegisterRecords<Child> Children { get; } =
        new(DocumentTypes.Child, c => c.Id.Value, c => c.Version, c => [new(Fields.Home, c.Home.Value)]);

    /// <summary>Homes.</summary>
    public static RegisterRecords<Home> Homes { get; } = new(DocumentTypes.Home, h => h.Id.Value, h => h.Version, _ => []);

    /// <summary>The policy that holds for new arrangements: the newest version, under one fixed id. Its history is the list of its versions.</summary>
    public static RegisterRecords<Policy> CurrentPolicy { get; } =
        new(DocumentTypes.Organisation, _ => CurrentPolicyId, p => p.Version, _ => []);

    /// <summary>The fixed id of the policy in force.</summary>
    public const string CurrentPolicyId = "policy";

    /// <summary>Where a version of the policy is kept: the entry of the policy's history that was written with it.</summary>
    /// <param name="version">The version, from 2; the first is the defaults, which nobody wrote.</param>
    /// <returns>The key of the history entry.</returns>
    public static DocumentKey PolicyKey(int version) =>
        new(CurrentPolicy.PartitionOf(CurrentPolicyId), DocumentTypes.History, SequenceId.Text(version - Policy.Default.Version));
}
