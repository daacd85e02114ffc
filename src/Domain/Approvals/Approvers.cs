using System.Collections.Immutable;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;

namespace OneToOne.Domain.Approvals;

/// <summary>Who may approve for a child, and in what capacity. Knows nothing of the subject of the approval.</summary>
public static class Approvers
{
    /// <summary>The capacity in which this person may approve now.</summary>
    /// <param name="person">Who wants to approve.</param>
    /// <param name="child">The child it is about.</param>
    /// <param name="home">The child's home.</param>
    /// <param name="worker">The worker; one outside any organisation has a nominated adult instead of managers.</param>
    /// <param name="round">The round, with its attempts to reach the parents.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The approver, or null when this person may not approve at all.</returns>
    public static Approver? Admit(
        Person person,
        Child child,
        Home home,
        Person worker,
        ApprovalRound round,
        Policy policy,
        DateTimeOffset now
    ) =>
        round.Excluded.Contains(person.Id) || child.IsBarred(person.Id) || person.HasLeft(home.DayOf(now)) ? null
        : child.Responsible.Any(r => r.Person == person.Id) && !IsStaff(person) ? new(person.Id, Capacity.ParentOrCarer)
        : child.PlacingAuthority.Contains(person.Id) && !IsStaff(person) && FamilySeatIsOpen(child, round, policy, now)
            ? new(person.Id, Capacity.PlacingAuthority)
        : ManagerCapacity(person, home, worker, now) is { } capacity ? new(person.Id, capacity)
        : null;

    /// <summary>Whom to ask: everybody who may fill a seat that still waits.</summary>
    /// <param name="child">The child it is about.</param>
    /// <param name="home">The child's home, whose present managers are asked.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="round">The round.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="now">This moment.</param>
    /// <returns>The people, each once, managers first.</returns>
    public static ImmutableArray<PersonId> ToAsk(
        Child child,
        Home home,
        Person worker,
        ApprovalRound round,
        Policy policy,
        DateTimeOffset now
    )
    {
        var asked = ImmutableArray.CreateBuilder<PersonId>();
        if (round.Waits(Seat.Manager))
            asked.AddRange(
                worker.Engagement is Engagement.Independent outside ? [outside.NominatedAdult] : Managers(child, home, round, now)
            );
        if (round.Waits(Seat.Family))
        {
            asked.AddRange(child.Responsible.Select(r => r.Person));
            if (FamilySeatIsOpen(child, round, policy, now))
                asked.AddRange(child.PlacingAuthority);
        }
        return [.. asked.Distinct().Where(p => !round.Excluded.Contains(p) && !child.IsBarred(p))];
    }

    /// <summary>Whether the placing authority may answer in place of the parents: all are barred, or none answered in time.</summary>
    /// <param name="child">The child.</param>
    /// <param name="round">The round with its attempts.</param>
    /// <param name="policy">The policy: how many attempts over how long.</param>
    /// <param name="now">This moment.</param>
    /// <returns>Whether it may.</returns>
    public static bool FamilySeatIsOpen(Child child, ApprovalRound round, Policy policy, DateTimeOffset now) =>
        child.Responsible.All(r => child.IsBarred(r.Person) || round.Excluded.Contains(r.Person) || IsSilent(r.Person, round, policy, now));

    private static bool IsSilent(PersonId parent, ApprovalRound round, Policy policy, DateTimeOffset now)
    {
        var attempts = round.Attempts.Where(a => a.Person == parent).ToList();
        return attempts.Count >= policy.ParentAttempts && now - attempts[0].At >= policy.ParentAttemptsOver;
    }

    private static bool IsStaff(Person person) =>
        person.Has(Role.Worker) || person.Has(Role.SeniorManager) || person.Has(Role.HomesManager) || person.Has(Role.ServiceManager);

    // The service manager is asked only where nobody nearer may approve.
    private static ImmutableArray<PersonId> Managers(Child child, Home home, ApprovalRound round, DateTimeOffset now)
    {
        ImmutableArray<PersonId> near = [.. Present(Role.HomesManager), .. Present(Role.SeniorManager)];
        return near.IsEmpty ? [.. Present(Role.ServiceManager)] : near;

        IEnumerable<PersonId> Present(Role role) =>
            home.OnCall.Present(role, now).Select(p => p.Person).Where(p => !round.Excluded.Contains(p) && !child.IsBarred(p));
    }

    private static Capacity? ManagerCapacity(Person person, Home home, Person worker, DateTimeOffset now) =>
        worker.Engagement is Engagement.Independent outside
            ? outside.NominatedAdult == person.Id
                ? Capacity.NominatedAdult
                : null
            : Authority.Of(person, home, now) switch
            {
                Role.ServiceManager => Capacity.ServiceManager,
                Role.HomesManager => Capacity.HomesManager,
                Role.SeniorManager => Capacity.SeniorManager,
                _ => null,
            };
}
