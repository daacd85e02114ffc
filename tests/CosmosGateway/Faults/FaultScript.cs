namespace OneToOne.CosmosGateway.Faults;

/// <summary>Which of the coming requests go wrong, and how. Each fault is used up by the request it hits.</summary>
public sealed class FaultScript
{
    private readonly Dictionary<RequestKind, Queue<Fault?>> coming = [];

    /// <summary>Faults not used up yet.</summary>
    public int Left
    {
        get
        {
            lock (coming)
                return coming.Values.Sum(queue => queue.Count(fault => fault is not null));
        }
    }

    /// <summary>The next requests of this kind that no other fault waits for.</summary>
    /// <param name="kind">What they ask for.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">With how many of them.</param>
    /// <param name="after">How many before them are spared.</param>
    public void Add(RequestKind kind, Fault fault, int times = 1, int after = 0)
    {
        lock (coming)
        {
            if (!coming.TryGetValue(kind, out var queue))
                coming[kind] = queue = [];
            for (var i = 0; i < after; i++)
                queue.Enqueue(null);
            for (var i = 0; i < times; i++)
                queue.Enqueue(fault);
        }
    }

    /// <summary>From now on nothing goes wrong.</summary>
    public void Clear()
    {
        lock (coming)
            coming.Clear();
    }

    internal Fault? Take(RequestKind kind)
    {
        lock (coming)
            return coming.TryGetValue(kind, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
    }
}
