using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OneToOne.Functions.DueWork;
using OneToOne.Service.Store;

namespace OneToOne.Functions.Tests.DueWork;

public sealed class DueRecordSealTests
{
    private static readonly DocumentKey Pair = new("assessment.pair.cleo~walter", DocumentTypes.Assessment, "pair.cleo~walter");

    [Fact]
    public void A_key_comes_back_as_it_was_and_shows_nobody_meanwhile()
    {
        var seal = new DueRecordSeal(new EphemeralDataProtectionProvider());

        var record = seal.Close(Pair);

        Assert.Equal(Pair, seal.Open(record));
        Assert.DoesNotContain("cleo", record.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("walter", record.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_app_has_sealed_is_not_opened()
    {
        var other = new DueRecordSeal(new EphemeralDataProtectionProvider()).Close(Pair);

        Assert.Throws<CryptographicException>(() => new DueRecordSeal(new EphemeralDataProtectionProvider()).Open(other));
    }
}
