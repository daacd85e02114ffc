using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace OneToOne.CosmosGateway.Sql;

/// <summary>Understands the part of the query language that the product and the client ask in; what is left out is 501, the rest 400.</summary>
internal sealed class Parser
{
    private static readonly FrozenSet<string> NotBuilt = FrozenSet.ToFrozenSet(
        ["OFFSET", "LIMIT", "GROUP", "DISTINCT", "JOIN", "BETWEEN", "LIKE", "EXISTS", "ARRAY", "RANK", "UDF", "CASE", "IS"],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [
            .. NotBuilt,
            "AND",
            "AS",
            "ASC",
            "BY",
            "DESC",
            "ELSE",
            "END",
            "ESCAPE",
            "FALSE",
            "FOR",
            "FROM",
            "HAVING",
            "IN",
            "INNER",
            "INSERT",
            "INTO",
            "LEFT",
            "NOT",
            "NULL",
            "ON",
            "OR",
            "ORDER",
            "OUTER",
            "OVER",
            "RIGHT",
            "SELECT",
            "SET",
            "THEN",
            "TOP",
            "TRUE",
            "UNDEFINED",
            "UPDATE",
            "VALUE",
            "WHEN",
            "WHERE",
            "WITH",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly List<Token> tokens;
    private readonly IReadOnlyDictionary<string, JsonNode?> parameters;
    private string root = "";
    private int at;

    private Parser(string query, IReadOnlyDictionary<string, JsonNode?> parameters)
    {
        tokens = Tokens.Of(query);
        this.parameters = parameters;
    }

    private Token Next => tokens[at];

    /// <summary>Reads a query. What it selects comes before the name it selects from, so the name is looked up first.</summary>
    public static Query Read(string query, IReadOnlyDictionary<string, JsonNode?> parameters) => new Parser(query, parameters).Read();

    private Query Read()
    {
        root = RootName();
        Word("SELECT");
        int? top = TakeWord("TOP") ? Whole() : null;
        var (select, isValue) = Selection();
        Word("FROM");
        Name();
        if (Next.Kind is TokenKind.Word && (TakeWord("AS") || !Reserved.Contains(Next.Value)))
            Name();
        var where = TakeWord("WHERE") ? Or() : null;
        var order = TakeWord("ORDER") ? Order() : [];
        return Next.Kind is TokenKind.End ? new(root, select, isValue, where, order, top) : throw Unexpected();
    }

    private string RootName()
    {
        at = tokens.FindIndex(token => token.IsWord("FROM"));
        if (at < 0)
            throw Refusal.NotBuilt("queries without FROM");
        Word("FROM");
        var name = Name();
        var named = TakeWord("AS") || (Next.Kind is TokenKind.Word && !Reserved.Contains(Next.Value)) ? Name() : name;
        at = 0;
        return named;
    }

    private (Expression, bool) Selection()
    {
        if (Take("*"))
            return (new Expression.Path(root, []), true);
        if (TakeWord("VALUE"))
            return (Operand(), true);
        return (new Expression.ObjectOf(List(Column)), false);
    }

    private (string, Expression) Column()
    {
        var of = Operand();
        if (TakeWord("AS"))
            return (Name(), of);
        return of is Expression.Path path
            ? (path.Names.IsEmpty ? path.Root : path.Names[^1], of)
            : throw Refusal.NotBuilt("columns without a name");
    }

    private ImmutableArray<OrderPart> Order()
    {
        Word("BY");
        return List(() =>
        {
            var path = Operand() as Expression.Path ?? throw Refusal.NotBuilt("an order by anything but paths");
            return new OrderPart(path, !TakeWord("ASC") && TakeWord("DESC"));
        });
    }

    private Expression Or()
    {
        var left = And();
        while (TakeWord("OR"))
            left = new Expression.Either(left, And());
        return left;
    }

    private Expression And()
    {
        var left = Not();
        while (TakeWord("AND"))
            left = new Expression.Both(left, Not());
        return left;
    }

    private Expression Not() => TakeWord("NOT") ? new Expression.Not(Not()) : Comparison();

    private Expression Comparison()
    {
        var left = Operand();
        if (TakeWord("IN"))
        {
            Sign("(");
            var list = List(Operand);
            Sign(")");
            return new Expression.In(left, list);
        }
        if (Next is not { Kind: TokenKind.Sign, Value: "=" or "!=" or "<>" or "<" or "<=" or ">" or ">=" })
            return left;
        var sign = tokens[at++].Value;
        return new Expression.Comparison(left, sign, Operand());
    }

    private Expression Operand()
    {
        var token = tokens[at++];
        return token switch
        {
            { Kind: TokenKind.Text } => new Expression.Constant(JsonValue.Create(token.Value)),
            { Kind: TokenKind.Number } => new Expression.Constant(double.Parse(token.Value, CultureInfo.InvariantCulture)),
            { Kind: TokenKind.Parameter } => Parameter(token),
            _ when token.Is("(") => Inside(),
            _ when token.Is("{") => Object(),
            _ when token.Is("[") => Array(),
            { Kind: TokenKind.Word } => Worded(token),
            _ => throw Unexpected(token),
        };
    }

    private Expression Worded(Token token) =>
        token.Value.ToUpperInvariant() switch
        {
            "TRUE" => new Expression.Constant(true),
            "FALSE" => new Expression.Constant(false),
            "NULL" => new Expression.Constant(null),
            "IS_DEFINED" => Defined(),
            var word when NotBuilt.Contains(word) || Next.Is("(") => throw Refusal.NotBuilt($"'{token.Value}' in queries"),
            _ when token.Value == root => new Expression.Path(root, Names()),
            _ => throw Refusal.Bad($"The name '{token.Value}' stands for nothing."),
        };

    private Expression.Parameter Parameter(Token token) =>
        parameters.TryGetValue(token.Value, out var given)
            ? new(token.Value, Value.Of(given))
            : throw Refusal.Bad($"The parameter '{token.Value}' has no value.");

    private Expression Inside()
    {
        var inside = Or();
        Sign(")");
        return inside;
    }

    private Expression.IsDefined Defined()
    {
        Sign("(");
        var operand = Operand();
        Sign(")");
        return new(operand);
    }

    private Expression.ObjectOf Object()
    {
        var properties = List(() =>
        {
            var name = Next.Kind is TokenKind.Text ? tokens[at++].Value : Name();
            Sign(":");
            return (name, Operand());
        });
        Sign("}");
        return new(properties);
    }

    private Expression.ArrayOf Array()
    {
        var items = List(Operand);
        Sign("]");
        return new(items);
    }

    private ImmutableArray<string> Names()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        while (true)
            if (Take("."))
                names.Add(Name());
            else if (Take("["))
            {
                names.Add(Next.Kind is TokenKind.Text ? tokens[at++].Value : throw Refusal.NotBuilt("places in arrays"));
                Sign("]");
            }
            else
                return names.ToImmutable();
    }

    private ImmutableArray<T> List<T>(Func<T> one)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        do all.Add(one());
        while (Take(","));
        return all.ToImmutable();
    }

    private string Name() => Next.Kind is TokenKind.Word && !Reserved.Contains(Next.Value) ? tokens[at++].Value : throw Unexpected();

    private int Whole() => Operand().Of([]).Json is { } number ? (int)number.GetValue<double>() : throw Unexpected();

    private bool Take(string sign) => Advance(Next.Is(sign));

    private bool TakeWord(string keyword) => Advance(Next.IsWord(keyword));

    private void Sign(string sign) => Demand(Take(sign));

    private void Word(string keyword) => Demand(TakeWord(keyword));

    private bool Advance(bool taken)
    {
        at += taken ? 1 : 0;
        return taken;
    }

    private void Demand(bool taken)
    {
        if (!taken)
            throw Unexpected();
    }

    private Refusal Unexpected() => Unexpected(Next);

    private static Refusal Unexpected(Token token) =>
        NotBuilt.Contains(token.Value)
            ? Refusal.NotBuilt($"'{token.Value}' in queries")
            : Refusal.Bad($"Syntax error near '{token.Value}' at {token.At}.");
}
