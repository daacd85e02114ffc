using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneToOne.CosmosGateway.Sql;

/// <summary>Cuts a query into tokens.</summary>
internal static partial class Tokens
{
    public static List<Token> Of(string query)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < query.Length; )
        {
            var found = Pattern().Match(query, at);
            if (!found.Success)
                throw Refusal.Bad($"Syntax error near '{query[at]}' at {at}.");
            if (Read(found) is { } token)
                tokens.Add(token);
            at += found.Length;
        }
        tokens.Add(new(TokenKind.End, "", query.Length));
        return tokens;
    }

    private static Token? Read(Match found) =>
        found.Groups switch
        {
            var groups when groups["space"].Success => null,
            var groups when groups["word"].Success => new(TokenKind.Word, found.Value, found.Index),
            var groups when groups["parameter"].Success => new(TokenKind.Parameter, found.Value, found.Index),
            var groups when groups["number"].Success => new(TokenKind.Number, found.Value, found.Index),
            var groups when groups["double"].Success => new(TokenKind.Text, Unescaped(found.Value), found.Index),
            var groups when groups["single"].Success => new(TokenKind.Text, Unescaped(Doubled(found.Value)), found.Index),
            _ => new(TokenKind.Sign, found.Value, found.Index),
        };

    private static string Doubled(string single) =>
        $"\"{single[1..^1].Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\\'", "'", StringComparison.Ordinal)}\"";

    private static string Unescaped(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(text)!;
        }
        catch (JsonException)
        {
            throw Refusal.Bad("A text in the query has a wrong escape.");
        }
    }

    [GeneratedRegex(
        """\G(?:(?<space>\s+)|(?<word>[A-Za-z_]\w*)|(?<parameter>@\w+)|(?<number>\d+(?:\.\d+)?)|(?<double>"(?:[^"\\]|\\.)*")|(?<single>'(?:[^'\\]|\\.)*')|(?<sign><=|>=|!=|<>|[=<>().,\[\]{}:*]))"""
    )]
    private static partial Regex Pattern();
}
