using System.Collections.Immutable;
using System.Text;

namespace OneToOne.Standalone.Tests.Infra.Bicep;

/// <summary>
/// Reads as much of Bicep as our files use. Anything else — another statement, an operator it has not heard of, a bracket that is not closed —
/// is a <see cref="FormatException"/>, so that nothing is passed over in silence. It knows no types: that is for the compiler.
/// </summary>
internal sealed class BicepReader(string file, string text)
{
    private static readonly string[] Operators = ["==", "!=", ">=", "<=", "&&", "||", "??", ">", "<", "+", "-"];

    private int at;

    public IEnumerable<Statement> Statements()
    {
        var decorators = new List<Term>();
        while (SkipBlank() is not '\0')
        {
            if (Take("@"))
            {
                decorators.Add(Value());
                continue;
            }
            yield return Statement(Word(), decorators);
            decorators = [];
        }
    }

    private Statement Statement(string keyword, List<Term> decorators) =>
        keyword switch
        {
            "targetScope" => new Statement.Scope(After("=")),
            "param" => new Statement.Param(Word(), Word(), Take("=") ? Expression() : null, decorators),
            "var" => new Statement.Var(Word(), After("=")),
            "output" => new Statement.Output(Word(), Word(), After("=")),
            "module" => Module(Word(), Fixed()),
            "resource" => Resource(Word(), Fixed()),
            _ => throw Unknown($"the statement '{keyword}'"),
        };

    private Statement.Module Module(string name, string path)
    {
        var (condition, body) = Declared();
        return new(name, path, condition, body);
    }

    private Statement.Resource Resource(string name, string reference)
    {
        var parts = reference.Split('@');
        if (parts.Length != 2)
            throw Unknown($"the resource type '{reference}'");
        var existing = Take("existing");
        var (condition, body) = Declared();
        return new(name, parts[0], parts[1], existing, condition, body);
    }

    private (Term? Condition, Term Body) Declared()
    {
        Expect("=");
        var condition = Take("if") ? Bracketed() : null;
        return (condition, Expression());
    }

    private Term After(string mark)
    {
        Expect(mark);
        return Expression();
    }

    private Term Expression()
    {
        var first = Operand();
        var all = ImmutableArray.CreateBuilder<Term>();
        while (true)
        {
            SkipBlank();
            if (Operators.FirstOrDefault(Take) is not null)
                all.Add(Operand());
            else if (Take("?"))
            {
                all.Add(Expression());
                Expect(":");
                all.Add(Expression());
            }
            else
                return all.Count == 0 ? first : new Term.Made([first, .. all]);
        }
    }

    private Term Operand()
    {
        SkipBlank();
        return Take("!") ? new Term.Made([Operand()]) : Value();
    }

    private Term Value()
    {
        var value = Simple();
        while (at < text.Length)
            if (text[at] == '.')
            {
                at++;
                value = value is Term.Word { Name: "sys" } ? Simple() : new Term.Member(value, Word());
            }
            else if (text[at] == '!' && Next(1) == '.')
                at++;
            else
                break;
        return value;
    }

    private Term Simple()
    {
        switch (SkipBlank())
        {
            case '\'':
                return Quoted();
            case '{':
                return Map();
            case '[':
                return List();
            case '(':
                return Bracketed();
            default:
                var word = Word();
                return at < text.Length && text[at] == '(' ? new Term.Call(word, Arguments())
                    : Take("=>") ? new Term.Each(word, [], Expression())
                    : new Term.Word(word);
        }
    }

    private Term Bracketed()
    {
        Expect("(");
        var inside = Expression();
        Expect(")");
        return inside;
    }

    private ImmutableArray<Term> Arguments()
    {
        Expect("(");
        return Items(')');
    }

    private Term List()
    {
        Expect("[");
        if (!Take("for"))
            return new Term.List(Items(']'));
        var item = Word();
        Expect("in");
        var over = Expression();
        Expect(":");
        var body = Expression();
        Expect("]");
        return new Term.Each(item, [over], body);
    }

    private ImmutableArray<Term> Items(char end)
    {
        var items = ImmutableArray.CreateBuilder<Term>();
        while (!Take(end.ToString()))
        {
            items.Add(Expression());
            Take(",");
        }
        return items.ToImmutable();
    }

    private Term.Map Map()
    {
        Expect("{");
        var entries = ImmutableArray.CreateBuilder<Term.Entry>();
        while (!Take("}"))
        {
            var key = Simple();
            Expect(":");
            entries.Add(new(key, Expression()));
            Take(",");
        }
        return new(entries.ToImmutable());
    }

    private Term.Text Quoted()
    {
        Expect("'");
        var read = new StringBuilder();
        var holes = ImmutableArray.CreateBuilder<Term>();
        while (Next(0) != '\'')
        {
            if (Next(0) is '\0' or '\n')
                throw Unknown("a text that is not closed");
            if (Next(0) == '$' && Next(1) == '{')
            {
                at += 2;
                holes.Add(Expression());
                Expect("}");
                read.Append("${}");
                continue;
            }
            if (Next(0) == '\\')
                at++;
            read.Append(text[at++]);
        }
        at++;
        return new(read.ToString(), holes.ToImmutable());
    }

    private string Fixed() =>
        SkipBlank() == '\'' && Quoted() is { Holes.IsEmpty: true } text ? text.Value : throw Unknown("a name that is not fixed");

    private string Word()
    {
        SkipBlank();
        var start = at;
        while (char.IsAsciiLetterOrDigit(Next(0)) || Next(0) == '_')
            at++;
        return at > start ? text[start..at] : throw Unknown($"'{Next(0)}'");
    }

    private void Expect(string mark)
    {
        if (!Take(mark))
            throw Unknown($"'{Next(0)}' instead of '{mark}'");
    }

    private bool Take(string mark)
    {
        SkipBlank();
        var end = at + mark.Length;
        if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0)
            return false;
        if (char.IsAsciiLetter(mark[0]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            return false;
        at = end;
        return true;
    }

    private char SkipBlank()
    {
        while (at < text.Length)
            if (char.IsWhiteSpace(text[at]))
                at++;
            else if (text[at] == '/' && Next(1) == '/')
                at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            else
                break;
        return Next(0);
    }

    private char Next(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private FormatException Unknown(string what) =>
        new($"{file}, line {text[..Math.Min(at, text.Length)].Count(c => c == '\n') + 1}: {what}");
}
