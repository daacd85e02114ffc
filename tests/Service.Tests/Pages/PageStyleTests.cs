using System.Globalization;
using System.Text.RegularExpressions;
using OneToOne.Service.Tests.Http;

namespace OneToOne.Service.Tests.Pages;

public sealed partial class PageStyleTests
{
    [Fact]
    public async Task The_sheet_that_pages_name_is_there_and_may_be_kept()
    {
        await using var host = new PipelineHost();
        var page = new Markup((await host.SendAsync("GET", "/", null, null, ("Accept", "text/html"))).Body);
        var address = Assert.Single(page.Of("link"))["href"]!;

        var sheet = await host.SendAsync("GET", address.Split('?')[0]);

        Assert.Equal(200, sheet.Status);
        Assert.StartsWith("text/css", sheet.Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Contains("immutable", sheet.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Contains("?v=", address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_loads_nothing_and_needs_nothing_new()
    {
        var css = await CssAsync();

        Assert.DoesNotContain("url(", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
        Assert.DoesNotContain("var(", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_at_least_18_pixels_and_follows_the_readers_own_size()
    {
        var css = await CssAsync();

        Assert.DoesNotContain("font-size: 0", css, StringComparison.Ordinal);
        Assert.Matches(@"body \{[^}]*font: 1\.125rem/1\.5", css);
        Assert.DoesNotMatch(@"font(-size)?: [^;]*\d(px|pt)", css);
    }

    [Theory]
    [InlineData("button, .button")]
    [InlineData(".field .choice")]
    [InlineData("textarea, input[type=\"text\"]")]
    public async Task What_is_pressed_is_at_least_44_pixels_high(string selector)
    {
        var rule = Regex.Match(await CssAsync(), Regex.Escape("\n" + selector) + @" \{([^}]*)\}").Groups[1].Value;

        var height = double.Parse(MinHeight().Match(rule).Groups[1].Value, CultureInfo.InvariantCulture);

        Assert.True(height * 16 >= 44, $"{selector}: {height}rem");
    }

    // WCAG 2.2, 1.4.6 (enhanced): 7 to 1.
    [Theory]
    [InlineData("#1a1a1a", "#ffffff")]
    [InlineData("#1a1a1a", "#fff3cd")]
    [InlineData("#1a1a1a", "#eef3fa")]
    [InlineData("#1a1a1a", "#fdf1f1")]
    [InlineData("#4a4a4a", "#ffffff")]
    [InlineData("#1a4480", "#ffffff")]
    [InlineData("#1a4480", "#eef3fa")]
    [InlineData("#9b1c1c", "#ffffff")]
    public async Task Text_stands_out_from_its_ground(string ink, string paper)
    {
        var css = await CssAsync();
        Assert.Contains(ink, css, StringComparison.Ordinal);
        Assert.Contains(paper, css, StringComparison.Ordinal);

        Assert.True(Contrast(ink, paper) >= 7, $"{Contrast(ink, paper):0.0}");
    }

    [Fact]
    public async Task No_colour_is_used_that_was_not_looked_at()
    {
        string[] known = ["#1a1a1a", "#4a4a4a", "#1a4480", "#9b1c1c", "#ffffff", "#fff3cd", "#eef3fa", "#fdf1f1", "#b45309"];

        Assert.Empty(Colour().Matches(await CssAsync()).Select(m => m.Value).Except(known));
    }

    // WCAG 2.2, 1.4.11: what shows the focus needs 3 to 1.
    [Fact]
    public void The_focus_stands_out_from_the_ground() => Assert.True(Contrast("#b45309", "#ffffff") >= 3);

    private static async Task<string> CssAsync()
    {
        await using var host = new PipelineHost();
        return (await host.SendAsync("GET", "/style.css")).Body;
    }

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    [GeneratedRegex(@"min-height: ([\d.]+)rem")]
    private static partial Regex MinHeight();

    [GeneratedRegex("#[0-9a-fA-F]{3,8}")]
    private static partial Regex Colour();
}
