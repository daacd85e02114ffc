using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using OneToOne.Domain;
using OneToOne.Domain.People;
using OneToOne.Service.Json;

namespace OneToOne.Service.Tests.Json;

public sealed class WireFormatTests
{
    [Fact]
    public void A_value_is_written_in_camel_case_with_words_ids_and_offsets()
    {
        var json = Write(
            new Sample(new("visit-1"), Colour.DarkRed, new(2026, 3, 1, 18, 30, 0, TimeSpan.FromHours(1)), "Zoë עמית", [new("a")])
        );

        Assert.Equal(
            """{"id":"visit-1","colour":"darkRed","at":"2026-03-01T18:30:00+01:00","note":"Zoë עמית","parts":[{"name":"a"}]}""",
            json
        );
    }

    [Fact]
    public void What_is_written_reads_back_equal()
    {
        var sample = new Sample(new("visit-1"), Colour.Blue, new(2026, 3, 1, 18, 30, 0, TimeSpan.Zero), null, []);

        Assert.Equal(Write(sample), Write(Read<Sample>(Write(sample))));
    }

    [Fact]
    public void A_moment_may_be_written_with_escapes()
    {
        Assert.Equal(
            new DateTimeOffset(2026, 3, 1, 18, 30, 0, TimeSpan.FromHours(1)),
            Read<DateTimeOffset>("\"2026-03-01T18:30:00\\u002B01:00\"")
        );
    }

    [Fact]
    public async Task A_moment_may_lie_in_two_pieces_of_a_body()
    {
        var body = Encoding.UTF8.GetBytes($"{new string(' ', 40)}\"2026-03-01T18:30:00+01:00\"");
        using var stream = new MemoryStream(body);
        var inPieces = PipeReader.Create(stream, new(bufferSize: 48));

        Assert.Equal(
            new DateTimeOffset(2026, 3, 1, 18, 30, 0, TimeSpan.FromHours(1)),
            await JsonSerializer.DeserializeAsync<DateTimeOffset>(inPieces, WireFormat.Options)
        );
    }

    [Fact]
    public void A_list_that_nobody_filled_is_written_as_empty()
    {
        Assert.EndsWith("\"parts\":[]}", Write(new Sample(new("x"), Colour.Blue, default, null, default)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"circle","radius":2}""")]
    [InlineData("""{"radius":2,"type":"circle"}""")]
    public void A_case_of_a_union_is_named_by_its_type_wherever_that_stands(string json)
    {
        Assert.Equal(new Shape.Circle(2), Read<Shape>(json));
        Assert.Equal("""{"type":"circle","radius":2}""", Write<Shape>(new Shape.Circle(2)));
    }

    [Fact]
    public void A_case_without_members_is_its_type_alone()
    {
        Assert.Equal("""{"type":"emptySpace"}""", Write<Shape>(new Shape.EmptySpace()));
        Assert.Equal(new Shape.EmptySpace(), Read<Shape>("""{"type":"emptySpace"}"""));
    }

    [Fact]
    public void An_id_may_be_the_key_of_a_dictionary()
    {
        var counts = ImmutableDictionary<PersonId, int>.Empty.Add(new("mia"), 2);

        Assert.Equal("""{"mia":2}""", Write(counts));
        Assert.Equal(2, Read<ImmutableDictionary<PersonId, int>>("""{"mia":2}""")[new("mia")]);
    }

    [Theory]
    [InlineData("""{"id":""", "$.id")]
    [InlineData("""{"id":"x" "colour":"blue"}""", "$")]
    [InlineData("""{"id":"x","colour":"blue","at":"2026-03-01T18:30:00Z","note":null,"parts":[],"extra":1}""", "$.extra")]
    [InlineData("""{"id":"x","id":"y"}""", "$.id")]
    [InlineData("""{"Id":"x"}""", "$.Id")]
    [InlineData("""{"id":"../x"}""", "$.id")]
    [InlineData("""{"id":7}""", "$.id")]
    [InlineData("""{"id":null}""", "$.id")]
    [InlineData("""{"colour":"green"}""", "$.colour")]
    [InlineData("""{"colour":1}""", "$.colour")]
    [InlineData("""{"colour":"1"}""", "$.colour")]
    [InlineData("""{"at":"2026-03-01T18:30:00"}""", "$.at")]
    [InlineData("""{"at":"2026-03-01"}""", "$.at")]
    [InlineData("""{"at":"yesterday"}""", "$.at")]
    [InlineData("""{"at":1772389800}""", "$.at")]
    [InlineData("""{"parts":[{"name":"a"},{"name":7}]}""", "$.parts[1].name")]
    [InlineData("""{"parts":[{"name":null}]}""", "$.parts[0].name")]
    [InlineData("""{"parts":[null]}""", "$.parts[1]")]
    [InlineData("""{"note":"\ud800"}""", "$.note")]
    [InlineData("""{"id":"x"}""", "$")]
    [InlineData("[]", "$")]
    public void What_is_not_the_format_is_refused_naming_the_place(string json, string path)
    {
        var refusal = Assert.ThrowsAny<JsonException>(() => Read<Sample>(json));

        Assert.Equal(path, refusal.Path);
    }

    [Theory]
    [InlineData("""{"type":"square","side":2}""")]
    [InlineData("""{"radius":2}""")]
    [InlineData("{}")]
    [InlineData("""{"type":"circle","radius":2,"type":"circle"}""")]
    [InlineData("""{"type":"circle","side":2}""")]
    [InlineData("""{"type":7,"radius":2}""")]
    public void A_case_that_does_not_exist_is_the_client_s_mistake(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Read<Shape>(json));
    }

    [Fact]
    public void Nesting_ends_at_the_greatest_depth()
    {
        var tooDeep = new string('[', WireFormat.MaxDepth + 1) + new string(']', WireFormat.MaxDepth + 1);

        Assert.ThrowsAny<JsonException>(() => Read<JsonElement>(tooDeep));
        Read<JsonElement>(tooDeep[1..^1]);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"note":"x"}""");
        bytes[9] = 0xFF;

        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Sample>(bytes, WireFormat.Options));
    }

    [Fact]
    public void What_a_value_computes_is_neither_written_nor_read()
    {
        Assert.Equal("""{"width":2,"height":3}""", Write(new Box(2, 3)));
        Assert.ThrowsAny<JsonException>(() => Read<Box>("""{"width":2,"height":3,"area":6}"""));
    }

    [Fact]
    public void A_parsable_value_of_the_domain_is_its_text()
    {
        Assert.Equal("\"anna@example.org\"", Write(new EmailAddress("anna@example.org")));
        Assert.Equal(new EmailAddress("anna@example.org"), Read<EmailAddress>("\"anna@example.org\""));
        Assert.ThrowsAny<JsonException>(() => Read<EmailAddress>("\"anna@example.org\\r\\nBcc: x@example.org\""));
    }

    [Fact]
    public void A_register_s_record_reads_back_with_its_absent_members_absent()
    {
        var person = new Person
        {
            Id = new("mia"),
            Name = "Mia",
            Roles = [Role.Worker],
            Engagement = new Engagement.Agency("Agency", "told about the house"),
        };

        Assert.Equal(Write(person), Write(Read<Person>(Write(person))));
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, WireFormat.Options);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, WireFormat.Options)!;

    private enum Colour
    {
        Blue,
        DarkRed,
    }

    private sealed record Box(int Width, int Height)
    {
        public int Area => Width * Height;
    }

    private sealed record Part(string Name);

    private sealed record Sample(ArrangementId Id, Colour Colour, DateTimeOffset At, string? Note, ImmutableArray<Part> Parts);

    private abstract record Shape
    {
        private Shape() { }

        public sealed record Circle(int Radius) : Shape;

        public sealed record EmptySpace : Shape;
    }
}
