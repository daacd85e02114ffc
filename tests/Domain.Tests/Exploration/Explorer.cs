using System.Collections.Immutable;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Tests.Exploration;

using Decision = Decision<ArrangementEvent>;

/// <summary>The two functions under exploration; a test may put a broken one in.</summary>
internal sealed record Subject(
    Func<Arrangement?, ArrangementCommand, Facts, DateTimeOffset, Decision> Decide,
    Func<Arrangement, Facts, DateTimeOffset, ImmutableArray<ArrangementEvent>> Advance
)
{
    public static Subject Real { get; } = new(ArrangementDecider.Decide, ArrangementClock.Advance);
}

/// <summary>Breadth first from some beginnings: every command of everybody, every report of the delivery, every register change, every clock.</summary>
internal sealed class Explorer(Subject subject)
{
    public const int RoundsCap = 2;
    public const int DisturbancesCap = 1;
    private readonly Dictionary<string, int> known = [];
    private readonly List<Node> nodes = [];
    private readonly List<(int From, string Step)> origins = [];
    private readonly List<List<int>> edges = [];
    private readonly List<int> notFollowed = [];

    public int States => nodes.Count;
    public long Transitions { get; private set; }
    public long Refusals { get; private set; }

    /// <summary>How many states were checked but not followed, because they are at a cap.</summary>
    public int NotFollowed => notFollowed.Count;
    public IReadOnlyList<Node> Nodes => nodes;
    public LifecycleTable Table { get; } = new();

    /// <summary>Explores until nothing is new; stops at the first invariant that breaks and says by which steps.</summary>
    public void Run(IEnumerable<(Node Node, ImmutableArray<ArrangementEvent> Events)> beginnings)
    {
        foreach (var (node, events) in beginnings)
            Visit(-1, new(null, "somebody", "the beginning", events, node), Canonical.Of(node));
        for (var begin = 0; begin < nodes.Count; )
        {
            var end = nodes.Count;
            var found = new Found[end - begin];
            Parallel.For(begin, end, i => found[i - begin] = Expand(nodes[i]));
            for (var i = begin; i < end; i++)
                Take(i, found[i - begin]);
            begin = end;
        }
        var ends = Enumerable.Range(0, nodes.Count).Where(i => nodes[i].Arrangement.IsFinal).Concat(notFollowed);
        if (Invariants.Trapped(edges, ends) is { } trapped)
            throw new BrokenInvariantException(trapped.Name, Path(trapped.Node));
    }

    private void Take(int from, Found found)
    {
        if (found.Broken is { } state)
            throw new BrokenInvariantException(state, Path(from));
        if (found.IsAtCap)
            notFollowed.Add(from);
        Refusals += found.Refusals;
        foreach (var (transition, key, broken) in found.Successors)
        {
            Transitions++;
            Table.Note(transition);
            if (broken is not null)
                throw new BrokenInvariantException(broken, $"{Path(from)}\n  {transition.By}: {transition.What} -> {key}");
            if (!found.IsAtCap || transition.To.Arrangement.Phase is Phase.End)
                Visit(from, transition, key);
        }
    }

    private void Visit(int from, Transition transition, string key)
    {
        if (!known.TryGetValue(key, out var index))
        {
            index = nodes.Count;
            known.Add(key, index);
            nodes.Add(transition.To);
            origins.Add((from, $"{transition.By}: {transition.What}"));
            edges.Add([]);
        }
        if (from >= 0)
            edges[from].Add(index);
    }

    private Found Expand(Node node)
    {
        var found = new Found
        {
            Broken = Invariants.BrokenIn(node, subject),
            IsAtCap = node.Arrangement.Round > RoundsCap || node.Arrangement.Escalations.Length > EscalationsCap(node),
        };
        if (found.IsAtCap && !IsTriedAtCap(node))
            return found;
        var commands = Moves.On(node.Arrangement, node.Now);
        foreach (var (role, person) in Moves.Actors)
        {
            var facts = node.World.Facts with { Actor = person.Id == node.World.Facts.Worker.Id ? node.World.Facts.Worker : person };
            foreach (var command in commands)
                Try(node, role, command, facts, found);
        }
        foreach (var open in node.Arrangement.Escalations)
            Try(node, "delivery", new ArrangementCommand.ReportUnreachable(open.Cause, open.Step), node.World.Facts, found);
        if (node.World.Disturbances < DisturbancesCap)
            Disturb(node, found);
        foreach (var (what, at) in Times(node))
            Settle(node, "clock", what, [], node.Arrangement, node.World, at, found);
        return found;
    }

    // So many open escalations are followed; a state with more is checked where it stands.
    private static int EscalationsCap(Node node) =>
        node.Arrangement.Phase switch
        {
            Phase.Active => 1,
            Phase.Approved or Phase.Suspended when node.Arrangement.MayBeUnderWay(node.Now) => 1,
            Phase.AwaitingCloseOut or Phase.AwaitingExplanation or Phase.End => 1,
            _ => 0,
        };

    // Before the start what can be done at a cap is still tried, and leads to ends only.
    private static bool IsTriedAtCap(Node node) =>
        node.Arrangement.Round <= RoundsCap
        && node.Arrangement.Phase is Phase.AwaitingOverride or Phase.AwaitingApproval or Phase.Approved or Phase.InForce or Phase.Suspended;

    private void Disturb(Node node, Found found)
    {
        Try(
            node with
            {
                World = node.World.Disturbed(),
            },
            "delivery",
            new ArrangementCommand.ReportUndeliverable(Registers.Parent.Id),
            node.World.Facts,
            found
        );
        foreach (var (what, world) in Moves.OfRegisters(node.World, node.Now))
            Settle(node, "registers", what, [], node.Arrangement, world, node.Now, found);
    }

    // Time goes to the next thing that happens by itself, or to the moment from which the worker may start.
    private static IEnumerable<(string What, DateTimeOffset At)> Times(Node node)
    {
        var wake = ArrangementClock.WakeAt(node.Arrangement, World.Policy);
        if (wake is { } at)
            yield return ("time passes", at);
        var opens = node.Arrangement.Plan.Start - World.Policy.StartEarly;
        if (node.Arrangement.Phase is Phase.Approved or Phase.Suspended && node.Now < opens && opens < wake)
            yield return ("the start window opens", opens);
    }

    private void Try(Node node, string role, ArrangementCommand command, Facts facts, Found found)
    {
        if (subject.Decide(node.Arrangement, command, facts, node.Now) is not Decision.Accepted accepted)
            found.Refusals++;
        else if (!accepted.Events.IsEmpty)
            Settle(
                node,
                role,
                command.GetType().Name,
                accepted.Events,
                After(node.Arrangement, accepted.Events, node.Now),
                node.World,
                node.Now,
                found
            );
    }

    private void Settle(
        Node from,
        string by,
        string what,
        ImmutableArray<ArrangementEvent> decided,
        Arrangement arrangement,
        World world,
        DateTimeOffset now,
        Found found
    )
    {
        var due = subject.Advance(arrangement, world.Facts, now);
        var to = new Node(After(arrangement, due, now), world, now);
        var transition = new Transition(from, by, what, decided.AddRange(due), to);
        found.Successors.Add((transition, Canonical.Of(to), Invariants.BrokenBy(transition)));
    }

    private static Arrangement After(Arrangement arrangement, ImmutableArray<ArrangementEvent> events, DateTimeOffset now)
    {
        foreach (var e in events)
            arrangement = ArrangementEvolution.Evolve(arrangement, e, now);
        return arrangement;
    }

    private string Path(int index)
    {
        var steps = new Stack<string>();
        for (var i = index; i >= 0; i = origins[i].From)
            steps.Push($"  {origins[i].Step} -> {Canonical.Of(nodes[i])}");
        return string.Join('\n', steps);
    }

    private sealed class Found
    {
        public List<(Transition Transition, string Key, string? Broken)> Successors { get; } = [];
        public int Refusals { get; set; }
        public string? Broken { get; init; }
        public bool IsAtCap { get; init; }
    }
}

/// <summary>Which invariant broke, and the steps that led there.</summary>
internal sealed class BrokenInvariantException(string name, string path) : Exception($"{name}\n{path}")
{
    public string Name { get; } = name;
}
