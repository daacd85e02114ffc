namespace OneToOne.Domain.Assessments;

/// <summary>Which part an assessment is (G-15), and the two beside them.</summary>
public enum AssessmentKind
{
    /// <summary>About one child.</summary>
    Child,

    /// <summary>About one worker.</summary>
    Worker,

    /// <summary>What is particular about one child and one worker.</summary>
    Pair,

    /// <summary>About a role of which lone working is part, for one worker (G-18).</summary>
    Role,
}

/// <summary>What an assessment is about; there is one assessment for each key.</summary>
/// <param name="Kind">Which part it is.</param>
/// <param name="Child">The child, for a child's and a pair's.</param>
/// <param name="Worker">The worker, for every kind but the child's.</param>
public readonly record struct AssessmentKey(AssessmentKind Kind, ChildId? Child, PersonId? Worker)
{
    // An id may hold dots but never a tilde, so two different pairs never share a text.
    private const char Between = '~';

    /// <summary>The key of a child's assessment.</summary>
    /// <param name="child">The child.</param>
    /// <returns>The key.</returns>
    public static AssessmentKey ForChild(ChildId child) => new(AssessmentKind.Child, child, null);

    /// <summary>The key of a worker's assessment.</summary>
    /// <param name="worker">The worker.</param>
    /// <returns>The key.</returns>
    public static AssessmentKey ForWorker(PersonId worker) => new(AssessmentKind.Worker, null, worker);

    /// <summary>The key of a pair's assessment.</summary>
    /// <param name="child">The child.</param>
    /// <param name="worker">The worker.</param>
    /// <returns>The key.</returns>
    public static AssessmentKey ForPair(ChildId child, PersonId worker) => new(AssessmentKind.Pair, child, worker);

    /// <summary>The key of a role assessment.</summary>
    /// <param name="worker">The worker.</param>
    /// <returns>The key.</returns>
    public static AssessmentKey ForRole(PersonId worker) => new(AssessmentKind.Role, null, worker);

    /// <summary>Reads a key that comes from outside.</summary>
    /// <param name="text">Such as <c>child.c1</c>, <c>worker.p1</c>, <c>pair.c1~p1</c> or <c>role.p1</c>.</param>
    /// <param name="key">The key, when the text is one.</param>
    /// <returns>Whether the text is a key.</returns>
    public static bool TryParse(string? text, out AssessmentKey key)
    {
        AssessmentKey? read = (text ?? "").Split('.', 2) switch
        {
            ["child", var id] when ChildId.TryParse(id, out var child) => ForChild(child),
            ["worker", var id] when PersonId.TryParse(id, out var worker) => ForWorker(worker),
            ["role", var id] when PersonId.TryParse(id, out var worker) => ForRole(worker),
            ["pair", var ids] => ParsePair(ids.Split(Between)),
            _ => null,
        };
        key = read ?? default;
        return read is not null;
    }

    /// <summary>The text of the key, which is also the assessment's id.</summary>
    /// <returns>What <see cref="TryParse"/> reads.</returns>
    public override string ToString() =>
        Kind switch
        {
            AssessmentKind.Child => $"child.{Child}",
            AssessmentKind.Worker => $"worker.{Worker}",
            AssessmentKind.Role => $"role.{Worker}",
            _ => $"pair.{Child}{Between}{Worker}",
        };

    private static AssessmentKey? ParsePair(string[] ids) =>
        ids is [var first, var second] && ChildId.TryParse(first, out var child) && PersonId.TryParse(second, out var worker)
            ? ForPair(child, worker)
            : null;
}
