using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OneToOne.Domain;

namespace OneToOne.Service.Drills;

/// <summary>The ids of a home's drills: one after the other, so that two cannot begin at once under different ids.</summary>
internal static class DrillNumber
{
    private const int HashLength = 32;

    /// <summary>The id of a home's drill; short whatever the home is called.</summary>
    public static DrillId IdOf(HomeId home, int number)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home.Value)))[..HashLength];
        return new(string.Create(CultureInfo.InvariantCulture, $"{hash}-{number}"));
    }

    /// <summary>The number in an id made here.</summary>
    public static int Of(DrillId id) => int.Parse(id.Value[(HashLength + 1)..], CultureInfo.InvariantCulture);
}
