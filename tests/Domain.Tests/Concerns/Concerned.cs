using OneToOne.Domain.Concerns;
using OneToOne.Domain.People;
using OneToOne.Domain.Policies;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Concerns;

/// <summary>An allegation against the worker, reported on a Monday at five in the afternoon.</summary>
internal static class Concerned
{
    public static ConcernFacts Facts { get; } = new(OakHouse, Cleo, Policy.Default, [Worker]);

    public static Concern Begun { get; } =
        new()
        {
            Id = new("k1"),
            Home = Oak,
            Child = Cleo.Id,
            Kind = ConcernKind.Allegation,
            About = Worker.Id,
            RaisedBy = Colleague.Id,
            RaisedAt = Now,
            What = "She said that he pushed her",
            Duties = [],
            Told = [],
        };

    public static Concern Raised { get; } = ConcernRules.Raise(Begun, Facts, Now);

    public static ConcernFacts By(Person actor) => Facts with { Actor = actor };

    public static Concern After(this Concern state, ConcernEvent happened, DateTimeOffset? at = null) =>
        ConcernState.Evolve(state, happened, at ?? Now);
}
