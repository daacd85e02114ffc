using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace OneToOne.Domain.Tests.Arrangements;

/// <summary>A value as text, members and lists included, so that two values compare by what they say.</summary>
internal static class Shown
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case string or Enum or bool or int or TimeSpan or PersonId or ChildId or HomeId or ArrangementId:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            case DateTimeOffset time:
                text.Append(time.ToString("dd HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(item, text);
                    text.Append(' ');
                }
                text.Append(']');
                break;
            default:
                text.Append(value.GetType().Name).Append('(');
                foreach (var member in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    if (member.GetIndexParameters().Length > 0)
                        continue;
                    text.Append(member.Name).Append('=');
                    Write(member.GetValue(value), text);
                    text.Append(' ');
                }
                text.Append(')');
                break;
        }
    }
}
