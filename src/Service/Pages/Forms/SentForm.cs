using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace OneToOne.Service.Pages.Forms;

/// <summary>Reads what somebody sent, and collects what is missing or not right.</summary>
/// <param name="fields">The fields.</param>
public sealed class SentForm(IFormCollection fields)
{
    /// <summary>The most characters of an answer in words.</summary>
    public const int MaxWords = 4000;

    private readonly ImmutableArray<FieldError>.Builder errors = ImmutableArray.CreateBuilder<FieldError>();

    /// <summary>A form that was never sent.</summary>
    public static SentForm Empty => new(FormCollection.Empty);

    /// <summary>What was missing or not right so far, in the order in which it was asked for.</summary>
    public FormErrors Errors => new([.. errors]);

    /// <summary>What was sent, to be shown again as it was.</summary>
    /// <param name="name">The field.</param>
    /// <returns>Its first value; null when there is none.</returns>
    public string? Value(string name) => fields.TryGetValue(name, out var values) && values is [{ } value, ..] ? value : null;

    /// <summary>All values of a field that may have several.</summary>
    /// <param name="name">The field.</param>
    /// <returns>The values.</returns>
    public ImmutableArray<string> Values(string name) => fields.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    /// <summary>Notes that a field is missing or not right.</summary>
    /// <param name="name">The field.</param>
    /// <param name="message">One plain sentence that says what to do.</param>
    public void Fault(string name, string message) => errors.Add(new(name, message));

    /// <summary>An answer in words that may be left out.</summary>
    /// <param name="name">The field.</param>
    /// <returns>The words with plain line ends, without white space around them; empty when there are none.</returns>
    public string Words(string name)
    {
        var words = (Value(name) ?? "").ReplaceLineEndings("\n").Trim();
        if (words.Length <= MaxWords)
            return words;
        Fault(name, $"Use at most {MaxWords} characters.");
        return words[..MaxWords];
    }

    /// <summary>An answer in words that is needed.</summary>
    /// <param name="name">The field.</param>
    /// <param name="missing">What to say when there is none.</param>
    /// <returns>The words; empty, and noted, when there are none.</returns>
    public string Words(string name, string missing)
    {
        var words = Words(name);
        if (words.Length == 0)
            Fault(name, missing);
        return words;
    }

    /// <summary>One of several answers.</summary>
    /// <typeparam name="T">The answers.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="missing">What to say when none of them was chosen.</param>
    /// <returns>The answer; null, and noted, when none was chosen.</returns>
    public T? One<T>(string name, string missing)
        where T : struct, Enum
    {
        if (One<T>(name) is { } one)
            return one;
        Fault(name, missing);
        return null;
    }

    /// <summary>One of several answers, where a rule says what is missing.</summary>
    /// <typeparam name="T">The answers.</typeparam>
    /// <param name="name">The field.</param>
    /// <returns>The answer; null when none was chosen.</returns>
    public T? One<T>(string name)
        where T : struct, Enum =>
        Value(name) is { Length: > 0 } value && char.IsAsciiLetter(value[0]) && Enum.TryParse<T>(value, out var one) && Enum.IsDefined(one)
            ? one
            : null;

    /// <summary>Yes or no.</summary>
    /// <param name="name">The field.</param>
    /// <param name="missing">What to say when neither was chosen.</param>
    /// <returns>The answer; null, and noted, when neither was chosen.</returns>
    public bool? YesNo(string name, string missing)
    {
        if (YesNo(name) is { } answer)
            return answer;
        Fault(name, missing);
        return null;
    }

    /// <summary>Yes or no, where a rule says what is missing.</summary>
    /// <param name="name">The field.</param>
    /// <returns>The answer; null when neither was chosen.</returns>
    public bool? YesNo(string name) => Value(name) is "yes" or "no" ? Value(name) == "yes" : null;
}
