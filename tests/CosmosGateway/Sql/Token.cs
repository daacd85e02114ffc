namespace OneToOne.CosmosGateway.Sql;

internal enum TokenKind
{
    Word,
    Parameter,
    Text,
    Number,
    Sign,
    End,
}

/// <param name="Kind">What it is.</param>
/// <param name="Value">The word, the parameter with its @, the text without quotes, the digits or the sign.</param>
/// <param name="At">Where it begins, for messages.</param>
internal readonly record struct Token(TokenKind Kind, string Value, int At)
{
    public bool Is(string sign) => Kind is TokenKind.Sign && Value == sign;

    public bool IsWord(string keyword) => Kind is TokenKind.Word && Value.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
