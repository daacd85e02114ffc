using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using OneToOne.Service.Pages;

namespace OneToOne.Standalone.Tests.Readers;

/// <summary>
/// Every page as each of its readers is shown it, word for word, as in <c>Snapshots</c>. After a wanted change run the tests once with
/// <c>ONETOONE_REWRITE_SNAPSHOTS=1</c> and read the difference.
/// </summary>
[Collection(nameof(MarkedLives))]
public sealed partial class PageSnapshotTests(MarkedLives lives)
{
    [Fact]
    public async Task A_page_shows_what_it_showed()
    {
        var changed = new List<string>();
        foreach (var page in lives.Pages)
        {
            var (path, shown) = (Path.Combine(Folder(), $"{page.Name}.html"), Lasting(page.Text));
            if (Environment.GetEnvironmentVariable("ONETOONE_REWRITE_SNAPSHOTS") == "1")
                await File.WriteAllTextAsync(path, shown);
            if (!File.Exists(path) || await File.ReadAllTextAsync(path) != shown)
                changed.Add($"{page.Name}:\n{shown}");
        }

        Assert.True(changed.Count == 0, string.Join("\n\n", changed));
    }

    [Fact]
    public void No_snapshot_is_left_of_a_page_that_is_no_more() =>
        Assert.Equal(
            lives.Pages.Select(page => page.Name).Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder(), "*.html").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)
        );

    // What stands on a page of its own is called so; everything else is a part of one, or a letter.
    [Fact]
    public void Every_page_of_the_product_has_one() =>
        Assert.Empty(
            typeof(PageLayout)
                .Assembly.GetTypes()
                .Where(type => typeof(ComponentBase).IsAssignableFrom(type))
                .Select(type => type.Name)
                .Where(name => name.EndsWith("Page", StringComparison.Ordinal) || name.EndsWith("View", StringComparison.Ordinal))
                .Except(lives.Pages.Select(page => page.Name.Split('.')[0]))
        );

    // Tokens, codes and ids are random; moments are the test's own.
    private static string Lasting(string html)
    {
        var text = Tokens().Replace(html.ReplaceLineEndings("\n"), "$1TOKEN");
        text = Codes().Replace(text, "$1CODE");
        return Hexes().Replace(text, "ID").TrimEnd() + "\n";
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Snapshots");

    [GeneratedRegex("(/l/[a-z-]+/)[A-Za-z0-9_-]{40,}")]
    private static partial Regex Tokens();

    [GeneratedRegex("(name=\"code\"[^>]* value=\")[0-9]{9}")]
    private static partial Regex Codes();

    [GeneratedRegex("(?<![0-9a-z])([0-9a-f]{64}|[0-9a-f]{32}|(?<=css[?]v=)[0-9a-f]{8})(?![0-9a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Hexes();
}

/// <summary>One evening serves both the snapshots and the scan.</summary>
[CollectionDefinition(nameof(MarkedLives))]
public sealed class MarkedLivesDefinition : ICollectionFixture<MarkedLives>;
