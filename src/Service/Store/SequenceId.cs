using System.Globalization;

namespace OneToOne.Service.Store;

/// <summary>Ids that count, in a fixed width so that ordinal order is numeric order.</summary>
public static class SequenceId
{
    /// <summary>Ten digits for a number from 0.</summary>
    public static string Text(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number.ToString("D10", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads what <see cref="Text"/> wrote. Throws <see cref="FormatException"/> for anything else.</summary>
    public static int Parse(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
