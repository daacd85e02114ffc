using System.Collections.Immutable;
using OneToOne.Domain;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.People;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Assessments;
using OneToOne.Service.Records;
using OneToOne.Service.Registers;

namespace OneToOne.Service.Inspection.Why;

/// <summary>The registers as one decision saw them, by the versions that its history entry names.</summary>
/// <param name="past">Lives histories.</param>
/// <param name="versions">Finds register entries by their versions.</param>
internal sealed class FactsThen(Past past, RegisterVersions versions)
{
    /// <summary>The same with every reading that the versions hold by now: some of them may have been there already.</summary>
    /// <param name="facts">The facts of a decision.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The facts, where the child and the worker have all readings of their versions.</returns>
    public async Task<Facts> WithLaterReadingsAsync(Facts facts, CancellationToken ct) =>
        facts with
        {
            Child = await versions.LastOfAsync(RegisterKinds.Children, facts.Child, ct),
            Worker = await versions.LastOfAsync(RegisterKinds.People, facts.Worker, ct),
        };

    /// <summary>Reads them.</summary>
    /// <param name="plan">The plan that was judged.</param>
    /// <param name="home">The home that answers for it.</param>
    /// <param name="content">What the history entry says.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The facts, null unless all can be had; and what can't.</returns>
    public async Task<(Facts? Facts, ImmutableArray<string> Missing)> OfAsync(
        Plan plan,
        HomeId home,
        HistoryContent content,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var (known, missing) = (content.Known, ImmutableArray.CreateBuilder<string>());
        var policy = await WantedAsync(RegisterKinds.CurrentPolicy, RegisterKinds.CurrentPolicyId, known.GetValueOrDefault("policy"));
        var where = await NamedAsync(RegisterKinds.Homes, home.Value);
        var child = await NamedAsync(RegisterKinds.Children, plan.Child.Value);
        var worker = await NamedAsync(RegisterKinds.People, plan.Worker.Value);
        var people = new List<Person>();
        foreach (var key in known.Keys.Where(key => key.StartsWith(RegisterKinds.People.PartitionOf(""), StringComparison.Ordinal)))
            if (await NamedAsync(RegisterKinds.People, RegisterKinds.People.IdIn(key)) is { } person)
                people.Add(person);
        var ofChild = await AssessmentAsync(AssessmentKey.ForChild(plan.Child));
        var ofWorker = await AssessmentAsync(AssessmentKey.ForWorker(plan.Worker));
        var ofPair = await AssessmentAsync(AssessmentKey.ForPair(plan.Child, plan.Worker));
        var ofRole = await AssessmentAsync(AssessmentKey.ForRole(plan.Worker));
        var agreement = plan.Under is { } under ? (await past.AsOfAsync(ArrangementRecords.Kind, under.Value, at, ct))?.After : null;
        if (plan.Under is not null && agreement is null)
            missing.Add($"the agreement {plan.Under} as it was");
        if (missing.Count > 0)
            return (null, missing.ToImmutable());
        var facts = new Facts
        {
            Policy = policy!,
            Home = where!,
            Child = child!,
            Worker = worker!,
            Actor = people.Find(person => person.Id == content.By),
            Named = [.. people],
            ChildAssessment = ofChild,
            WorkerAssessment = ofWorker,
            PairAssessment = ofPair,
            RoleAssessment = ofRole,
            Agreement = agreement,
        };
        return (facts, []);

        ValueTask<T?> NamedAsync<T>(RegisterRecords<T> kind, string id)
            where T : class => WantedAsync(kind, id, known.GetValueOrDefault(kind.PartitionOf(id)));

        async ValueTask<T?> WantedAsync<T>(RegisterRecords<T> kind, string id, int version)
            where T : class
        {
            if (await versions.OfAsync(kind, id, version, at, ct) is { } found)
                return found;
            missing.Add(version > 0 ? $"version {version} of {kind.PartitionOf(id)}" : $"which version of {kind.PartitionOf(id)}");
            return null;
        }

        // One that had no agreed content was looked at too, and says no more than one that does not exist.
        async ValueTask<Assessment?> AssessmentAsync(AssessmentKey key)
        {
            var kind = AssessmentRecords.Kind;
            if (!known.TryGetValue(kind.PartitionOf(key.ToString()), out var version))
                return null;
            Assessment? then = null;
            await foreach (var moment in past.LiveAsync(kind, key.ToString(), ct))
                if (moment.At <= at && moment.After is { InForce.ContentVersion: var its } && its == version)
                    then = moment.After;
            if (then is null)
                missing.Add($"content version {version} of {kind.PartitionOf(key.ToString())}");
            return then;
        }
    }
}
