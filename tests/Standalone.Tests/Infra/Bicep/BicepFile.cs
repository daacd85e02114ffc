using System.Collections.Immutable;
using OneToOne.Domain.Tests;

namespace OneToOne.Standalone.Tests.Infra.Bicep;

/// <summary>One Bicep file and what it declares.</summary>
internal sealed class BicepFile
{
    private BicepFile(string path)
    {
        Path = path;
        Statements = [.. new BicepReader(path, Repository.Read(path)).Statements()];
    }

    /// <summary>From the repository's root.</summary>
    public string Path { get; }

    public ImmutableArray<Statement> Statements { get; }

    public IEnumerable<Statement.Param> Params => Statements.OfType<Statement.Param>();

    public IEnumerable<Statement.Var> Vars => Statements.OfType<Statement.Var>();

    public IEnumerable<Statement.Resource> Resources => Statements.OfType<Statement.Resource>();

    public IEnumerable<Statement.Module> Modules => Statements.OfType<Statement.Module>();

    public IEnumerable<Statement.Output> Outputs => Statements.OfType<Statement.Output>();

    public IEnumerable<Term> Terms => Statements.SelectMany(statement => statement.Terms).SelectMany(term => term.All);

    public IEnumerable<string> NamesUsed => Statements.SelectMany(statement => statement.Terms).SelectMany(term => term.Names);

    public static BicepFile Read(string path) => new(path);

    public Term Var(string name) => Vars.Single(v => v.Name == name).Value;

    /// <summary>What is read from a variable or an output: <c>abbrs.x</c>, or <c>storage.outputs.x</c> for <c>storage.outputs</c>.</summary>
    public IEnumerable<string> MembersOf(params string[] path) =>
        Terms.OfType<Term.Member>().Where(member => PathOf(member.Of).SequenceEqual(path)).Select(member => member.Name).Distinct();

    /// <summary>The path of a file that stands beside or below this one.</summary>
    public string Beside(string relative) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, relative).Replace('\\', '/');

    private static IEnumerable<string> PathOf(Term term) =>
        term switch
        {
            Term.Word word => [word.Name],
            Term.Member member => [.. PathOf(member.Of), member.Name],
            _ => ["?"],
        };
}
