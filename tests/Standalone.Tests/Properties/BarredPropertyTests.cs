using OneToOne.Standalone.Tests.Support;
using Xunit.Abstractions;

namespace OneToOne.Standalone.Tests.Properties;

/// <summary>
/// Whoever is barred for a child is mailed nothing more about them, finds nothing at any link they ever had, and counts for nothing: in many
/// random lives, at a random moment, by a seed that is printed and can be given as <c>ONETOONE_SEED</c>.
/// </summary>
public sealed class BarredPropertyTests(OakHouse house, ITestOutputHelper output) : IClassFixture<OakHouse>
{
    private const int Lives = 30;
    private const int Rounds = 10;

    [Fact]
    public async Task Nobody_who_is_barred_is_mailed_finds_anything_or_counts()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ONETOONE_SEED"), out var given) ? given : 20260301;
        output.WriteLine($"ONETOONE_SEED={seed}");
        var random = new Random(seed);
        var lives = new List<(BarredLife Life, int BarredIn)>();
        for (var i = 0; i < Lives; i++)
            lives.Add((new(house, i, random), random.Next(Rounds)));
        foreach (var (life, _) in lives)
            await life.BeginAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await house.Server.PassAsync(TimeSpan.FromMinutes(random.Next(16)));
            foreach (var (life, barredIn) in lives)
            {
                if (barredIn == round)
                    await life.BarAsync();
                await life.StepAsync();
            }
        }
        await house.Server.PassAsync(TimeSpan.FromHours(3));
        var links = 0;
        foreach (var (life, _) in lives)
            links += await HoldsAsync(life, seed);
        output.WriteLine($"{Lives} lives, {links} links of barred people");
        Assert.True(links > Lives / 3, $"Only {links} links were tried.");
    }

    private static async Task<int> HoldsAsync(BarredLife life, int seed)
    {
        try
        {
            return await life.HoldsAsync();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"ONETOONE_SEED={seed}, {life.Barred.Id}: {e.Message}. {life.Story}", e);
        }
    }
}
