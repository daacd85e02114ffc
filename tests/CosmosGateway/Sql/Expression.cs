using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneToOne.CosmosGateway.Storage;

namespace OneToOne.CosmosGateway.Sql;

/// <summary>An expression over one document: a closed union. Its <see cref="object.ToString"/> is the query text it came from.</summary>
internal abstract record Expression
{
    private Expression() { }

    public abstract Value Of(JsonObject document);

    /// <summary>Those of which this is made.</summary>
    public virtual IEnumerable<Expression> Parts => [];

    public IEnumerable<Expression> All => Parts.SelectMany(part => part.All).Prepend(this);

    public sealed record Path(string Root, ImmutableArray<string> Names) : Expression
    {
        /// <summary>As an indexing policy writes it, without what ends it there.</summary>
        public string Index => string.Concat(Names.Select(name => $"/{name}"));

        public override Value Of(JsonObject document)
        {
            JsonNode? at = document;
            foreach (var name in Names)
                if (at is not JsonObject inside || !inside.TryGetPropertyValue(name, out at))
                    return Value.Undefined;
            return Value.Of(at);
        }

        public override string ToString() => Root + string.Concat(Names.Select(name => $"[{JsonSerializer.Serialize(name)}]"));
    }

    public sealed record Constant(JsonNode? Json) : Expression
    {
        public override Value Of(JsonObject document) => Value.Of(Json);

        public override string ToString() => Json?.ToJsonString() ?? "null";
    }

    public sealed record Parameter(string Name, Value Given) : Expression
    {
        public override Value Of(JsonObject document) => Given;

        public override string ToString() => Name;
    }

    public sealed record IsDefined(Expression Operand) : Expression
    {
        public override IEnumerable<Expression> Parts => [Operand];

        public override Value Of(JsonObject document) => Value.Of(Operand.Of(document).Defined);

        public override string ToString() => $"IS_DEFINED({Operand})";
    }

    public sealed record Not(Expression Operand) : Expression
    {
        public override IEnumerable<Expression> Parts => [Operand];

        public override Value Of(JsonObject document) => Value.Of(!Operand.Of(document).Truth);

        public override string ToString() => $"(NOT {Operand})";
    }

    /// <summary>With a third truth, undefined, that neither side can hide unless the other decides alone.</summary>
    public sealed record Both(Expression Left, Expression Right) : Expression
    {
        public override IEnumerable<Expression> Parts => [Left, Right];

        public override Value Of(JsonObject document) => Value.Of(Left.Of(document).Truth & Right.Of(document).Truth);

        public override string ToString() => $"({Left} AND {Right})";
    }

    public sealed record Either(Expression Left, Expression Right) : Expression
    {
        public override IEnumerable<Expression> Parts => [Left, Right];

        public override Value Of(JsonObject document) => Value.Of(Left.Of(document).Truth | Right.Of(document).Truth);

        public override string ToString() => $"({Left} OR {Right})";
    }

    public sealed record Comparison(Expression Left, string Sign, Expression Right) : Expression
    {
        public override IEnumerable<Expression> Parts => [Left, Right];

        public override Value Of(JsonObject document) => Value.Of(Compared(Left.Of(document), Right.Of(document)));

        public override string ToString() => $"({Left} {Sign} {Right})";

        private bool? Compared(Value left, Value right)
        {
            if (!left.Defined || !right.Defined)
                return null;
            if (!Value.Comparable(left, right))
                return Sign switch
                {
                    "=" => false,
                    "!=" or "<>" => true,
                    _ => null,
                };
            var order = Value.Compare(left, right);
            return Sign switch
            {
                "=" => order is 0,
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                ">=" => order >= 0,
                _ => order is not 0,
            };
        }
    }

    public sealed record In(Expression Item, ImmutableArray<Expression> List) : Expression
    {
        public override IEnumerable<Expression> Parts => [Item, .. List];

        public override Value Of(JsonObject document)
        {
            var item = Item.Of(document);
            if (!item.Defined)
                return Value.Undefined;
            return Value.Of(List.Select(one => one.Of(document)).Any(one => Value.Comparable(item, one) && Value.Compare(item, one) is 0));
        }

        public override string ToString() => $"({Item} IN ({string.Join(", ", List)}))";
    }

    public sealed record ObjectOf(ImmutableArray<(string Name, Expression Of)> Properties) : Expression
    {
        public override IEnumerable<Expression> Parts => Properties.Select(property => property.Of);

        public override Value Of(JsonObject document)
        {
            var made = new JsonObject();
            foreach (var (name, of) in Properties)
                if (of.Of(document) is { Defined: true } value)
                    made[name] = value.Json?.DeepClone();
            return Value.Of(made);
        }

        public override string ToString() =>
            $"{{{string.Join(", ", Properties.Select(property => $"{JsonSerializer.Serialize(property.Name)}: {property.Of}"))}}}";
    }

    public sealed record ArrayOf(ImmutableArray<Expression> Items) : Expression
    {
        public override IEnumerable<Expression> Parts => Items;

        public override Value Of(JsonObject document) =>
            Value.Of(
                new JsonArray([
                    .. Items.Select(item => item.Of(document)).Where(value => value.Defined).Select(value => value.Json?.DeepClone()),
                ])
            );

        public override string ToString() => $"[{string.Join(", ", Items)}]";
    }
}
