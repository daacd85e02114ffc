namespace OneToOne.Standalone.Tests.Infra.Bicep;

/// <summary>What a Bicep file declares.</summary>
/// <param name="Name">By which name; empty for the target's scope.</param>
/// <param name="Terms">Every expression in it.</param>
internal abstract record Statement(string Name, params IEnumerable<Term> Terms)
{
    public sealed record Scope(Term Value) : Statement("", Value);

    public sealed record Param(string Name, string Type, Term? Default, IEnumerable<Term> Decorators)
        : Statement(Name, [.. Decorators, .. Default is null ? Array.Empty<Term>() : [Default]]);

    public sealed record Var(string Name, Term Value) : Statement(Name, Value);

    /// <param name="Type">Such as <c>Microsoft.Storage/storageAccounts</c>.</param>
    /// <param name="Version">Its API's version.</param>
    /// <param name="Existing">Whether it is only referred to.</param>
    /// <param name="Body">Its properties, as one map.</param>
    public sealed record Resource(string Name, string Type, string Version, bool Existing, Term? Condition, Term Body)
        : Statement(Name, Condition is null ? [Body] : [Condition, Body]);

    public sealed record Module(string Name, string Path, Term? Condition, Term Body)
        : Statement(Name, Condition is null ? [Body] : [Condition, Body]);

    public sealed record Output(string Name, string Type, Term Value) : Statement(Name, Value);
}
