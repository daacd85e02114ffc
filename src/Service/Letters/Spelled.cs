namespace OneToOne.Service.Letters;

/// <summary>Says names of the wire, such as <c>homesManager</c>, as people do.</summary>
internal static class Spelled
{
    /// <summary>A name of the wire as words: <c>homesManager</c> is "homes manager".</summary>
    public static string Out(string name) =>
        string.Concat(
            name.Select((letter, i) => char.IsUpper(letter) ? $"{(i == 0 ? "" : " ")}{char.ToLowerInvariant(letter)}" : $"{letter}")
        );

    /// <summary>A value of an enumeration as words.</summary>
    public static string Out<TEnum>(TEnum value)
        where TEnum : struct, Enum => Out(value.ToString());

    /// <summary>The same, at the beginning of a line.</summary>
    public static string Heading(string name) => Out(name) is var words ? char.ToUpperInvariant(words[0]) + words[1..] : name;
}
