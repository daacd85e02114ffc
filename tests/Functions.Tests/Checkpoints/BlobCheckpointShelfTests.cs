using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OneToOne.Functions.Checkpoints;
using OneToOne.Service.Checkpoints;

namespace OneToOne.Functions.Tests.Checkpoints;

public sealed class BlobCheckpointShelfTests : IDisposable
{
    private static readonly byte[] Text = "what is signed"u8.ToArray();

    private readonly BlobService blobs = new();
    private readonly EphemeralDataProtectionProvider ring = new();

    public void Dispose() => blobs.Dispose();

    [Fact]
    public async Task Checkpoints_are_kept_by_day_and_the_last_of_a_day_counts()
    {
        var shelf = Shelf();
        await shelf.SignAsync(Text, default);
        foreach (var (day, content) in new[] { ("2026-03-02", "b"), ("2026-02-28", "a"), ("2026-03-02", "c") })
            await shelf.KeepAsync(day, new(content, "s"), default);

        Assert.Equal([("2026-02-28", new("a", "s")), ("2026-03-02", new SignedCheckpoint("c", "s"))], await shelf.ReadAsync(default));
        Assert.Equal("2026-02-28", await shelf.LastDayBeforeAsync("2026-03-02", default));
        Assert.Null(await shelf.LastDayBeforeAsync("2026-02-28", default));
    }

    [Fact]
    public async Task Every_instance_signs_by_the_one_key_which_nobody_reads_in_the_container()
    {
        var signature = await Shelf().SignAsync(Text, default);

        Assert.True(await Shelf().VerifyAsync(Text, signature, default));
        Assert.False(await Shelf().VerifyAsync([.. Text, 1], signature, default));
        using var key = ECDsa.Create();
        Assert.ThrowsAny<CryptographicException>(() => key.ImportPkcs8PrivateKey(blobs["checkpoint.key"], out _));
    }

    [Fact]
    public async Task Of_two_instances_that_make_a_key_at_once_the_first_one_s_is_kept()
    {
        byte[]? first = null;
        blobs.BeforeWriting = name =>
        {
            blobs.BeforeWriting = _ => { };
            Shelf().SignAsync(Text, default).GetAwaiter().GetResult();
            first = blobs[name];
        };

        var signature = await Shelf().SignAsync(Text, default);

        Assert.Equal(first, blobs["checkpoint.key"]);
        Assert.True(await Shelf().VerifyAsync(Text, signature, default));
    }

    [Fact]
    public async Task One_that_can_not_be_read_is_not_ours_and_hides_no_other()
    {
        await Shelf().KeepAsync("2026-03-02", new("b", "s"), default);
        blobs["2026-03-01.json"] = "torn"u8.ToArray();

        Assert.Equal(["", "b"], (await Shelf().ReadAsync(default)).Select(kept => kept.Checkpoint.Content));
    }

    private BlobCheckpointShelf Shelf() => new(blobs.Container(), ring);
}
