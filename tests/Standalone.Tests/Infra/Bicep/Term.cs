using System.Collections.Immutable;

namespace OneToOne.Standalone.Tests.Infra.Bicep;

/// <summary>An expression as it is written; nothing is computed.</summary>
internal abstract record Term
{
    private Term() { }

    /// <summary>A text; what stands in its <c>${…}</c> are its parts, and <c>${}</c> stays in their place.</summary>
    public sealed record Text(string Value, params ImmutableArray<Term> Holes) : Term;

    /// <summary>A name, a number, or one of true, false and null.</summary>
    public sealed record Word(string Name) : Term;

    public sealed record Member(Term Of, string Name) : Term;

    public sealed record Call(string Name, ImmutableArray<Term> Arguments) : Term;

    public sealed record Map(ImmutableArray<Entry> Entries) : Term;

    public sealed record List(ImmutableArray<Term> Items) : Term;

    /// <summary>A loop or a lambda: it makes a name of its own.</summary>
    public sealed record Each(string Item, ImmutableArray<Term> Over, Term Body) : Term;

    /// <summary>Operators and the choice: what they are made of is all that matters here.</summary>
    public sealed record Made(ImmutableArray<Term> Of) : Term;

    public sealed record Entry(Term Key, Term Value)
    {
        /// <summary>The key where it is fixed; else empty.</summary>
        public string Name =>
            Key switch
            {
                Word word => word.Name,
                Text { Holes.IsEmpty: true } text => text.Value,
                _ => "",
            };
    }

    private ImmutableArray<Term> Parts =>
        this switch
        {
            Text t => t.Holes,
            Member m => [m.Of],
            Call c => c.Arguments,
            Map m => [.. m.Entries.SelectMany(e => new[] { e.Key is Word ? new Text("") : e.Key, e.Value })],
            List l => l.Items,
            Each e => [.. e.Over, e.Body],
            Made m => m.Of,
            _ => [],
        };

    /// <summary>This and everything in it.</summary>
    public IEnumerable<Term> All => Parts.SelectMany(part => part.All).Prepend(this);

    /// <summary>The names in it that it does not make itself.</summary>
    public IEnumerable<string> Names =>
        this switch
        {
            Word word => char.IsDigit(word.Name[0]) || word.Name is "true" or "false" or "null" ? [] : [word.Name],
            Each each => each.Over.SelectMany(o => o.Names).Concat(each.Body.Names.Where(n => n != each.Item)),
            _ => Parts.SelectMany(part => part.Names),
        };

    /// <summary>The value of a key of a map.</summary>
    public Term? At(string key) => this is Map map ? map.Entries.SingleOrDefault(e => e.Name == key)?.Value : null;
}
