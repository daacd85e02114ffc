using Microsoft.AspNetCore.DataProtection;
using OneToOne.Domain;
using OneToOne.Service.Links;

namespace OneToOne.Service.Tests.Links;

internal static class LinkBench
{
    public static readonly DateTimeOffset Evening = new(2026, 3, 1, 18, 30, 0, TimeSpan.Zero);

    public static readonly LinkAddress Address = new("arr-1", "approve-1-mother");

    /// <summary>Keys that live as long as the value and are shared with nobody.</summary>
    public static IDataProtectionProvider Keys() => new EphemeralDataProtectionProvider();

    public static LinkRecord Link(LinkPurpose purpose = LinkPurpose.Approve) =>
        new()
        {
            Id = Address.Link,
            Purpose = purpose,
            Person = new PersonId("mother"),
            Round = 1,
            Digest = "d1",
            SealedCode = "",
            CreatedAt = Evening,
            ExpiresAt = Evening.AddHours(72),
        };

    /// <summary>A well-formed code that is not the given one.</summary>
    public static LinkCode Another(LinkCode code) =>
        Enumerable.Repeat(0, int.MaxValue).Select(_ => LinkCode.Create()).First(other => !other.Matches(code));
}
