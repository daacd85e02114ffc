using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OneToOne.Domain.Arrangements;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Json;
using OneToOne.Service.Records;
using OneToOne.Standalone.Tests.Deliveries;

namespace OneToOne.Standalone.Tests.Records;

/// <summary>Documents as earlier versions wrote them.</summary>
[Trait("Store", "Own")]
public sealed partial class EarlierShapeTests
{
    [Fact]
    public async Task An_open_escalation_that_was_kept_before_its_messages_were_told_apart_is_read_and_written_as_it_was()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        await post.SaidAsync(new ArrangementCommand.ReportDistress("He shouts"));
        var stored = await post.Scene.Store.ReadAsync(ArrangementRecords.Kind.KeyOf(post.Scene.Id.Value), default);
        var written = Encoding.UTF8.GetString(stored!.Json.Span);
        var earlier = MessageOfReached().Replace(written, "}");
        Assert.NotEqual(written, earlier);

        var read = JsonSerializer.Deserialize<Record<Arrangement>>(earlier, WireFormat.Options)!;

        Assert.Equal((await post.RecordAsync()).Reached.Select(reached => reached with { MessageId = null }), read.Reached);
        Assert.Equal(earlier, JsonSerializer.Serialize(read, WireFormat.Options));
    }

    [GeneratedRegex(""",\s*"messageId":"[^"]*"\}""")]
    private static partial Regex MessageOfReached();
}
