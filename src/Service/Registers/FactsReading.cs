using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Records;
using OneToOne.Service.Store;

namespace OneToOne.Service.Registers;

/// <summary>The register documents of one step: first what is wanted, then, once it is read, what it says and in which version.</summary>
internal sealed class FactsReading
{
    /// <summary>The documents.</summary>
    public RecordsRead Records { get; } = new();

    /// <summary>The versions of what was taken, for the history.</summary>
    public ImmutableSortedDictionary<string, int>.Builder Known { get; } = ImmutableSortedDictionary.CreateBuilder<string, int>();

    /// <summary>The store's versions of what a step rests on; not the policy's: an arrangement keeps the one that it was judged under.</summary>
    public ImmutableArray<DocumentWanted> Seen => [.. Records.Seen.Where(one => one.Key.Type != RegisterKinds.CurrentPolicy.Type)];

    /// <summary>The policy in force; the defaults until an organisation has set its own.</summary>
    public Policy CurrentPolicy => Records.Of(RegisterKinds.CurrentPolicy, RegisterKinds.CurrentPolicyId)?.State ?? Policy.Default;

    public void Want(ChildId id) => Records.Want(RegisterKinds.Children, id.Value);

    public void Want(PersonId id) => Records.Want(RegisterKinds.People, id.Value);

    public void Want(HomeId id) => Records.Want(RegisterKinds.Homes, id.Value);

    public void Want(params ReadOnlySpan<AssessmentKey> keys)
    {
        foreach (var key in keys)
            Records.Want(AssessmentRecords.Kind, key.ToString());
    }

    public void Want(ArrangementId id) => Records.Want(ArrangementRecords.Kind, id.Value);

    public void WantCurrentPolicy() => Records.Want(RegisterKinds.CurrentPolicy, RegisterKinds.CurrentPolicyId);

    public Child? Take(ChildId id) => Take(RegisterKinds.Children, id.Value);

    public Person? Take(PersonId id) => Take(RegisterKinds.People, id.Value);

    public Home? Take(HomeId id) => Take(RegisterKinds.Homes, id.Value);

    public Arrangement? Take(ArrangementId id)
    {
        var found = Records.Of(ArrangementRecords.Kind, id.Value)?.State;
        if (found is not null)
            Known[ArrangementRecords.Kind.PartitionOf(id.Value)] = found.Revision;
        return found;
    }

    public Assessment? Take(AssessmentKey key)
    {
        var (kind, id) = (AssessmentRecords.Kind, key.ToString());
        var found = Records.Of(kind, id)?.State;
        if (found?.InForce is { } version)
            Known[kind.PartitionOf(id)] = version.ContentVersion;
        return found;
    }

    private T? Take<T>(RegisterRecords<T> kind, string id)
        where T : class
    {
        var found = Records.Of(kind, id)?.State;
        if (found is not null)
            Known[kind.PartitionOf(id)] = kind.VersionOf(found);
        return found;
    }
}
