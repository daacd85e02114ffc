using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Service.Arrangements;
using OneToOne.Service.Links;
using OneToOne.Service.Store;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Deliveries;

/// <summary>A message that cannot be written, because the link it would carry can not be read.</summary>
[Trait("Store", "Own")]
public sealed class UnwritableTests
{
    private const string Help = "help is asked for";

    [Fact]
    public async Task It_keeps_no_other_from_going_and_goes_itself_when_it_can_be_written()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        await CommitAsync(post, new Operation.Create(new(DocumentTypes.Link, LinkOfSam("helpNow"), "{}"u8.ToArray())));

        await post.SaidAsync(new ArrangementCommand.CallHelp());
        Assert.Contains(post.Carrier.Taken, m => m.To == Harriet.Email && m.Subject.Contains(Help, StringComparison.Ordinal));
        Assert.Equal([(Sam.Id, 1)], (await post.RecordAsync()).Outbox.Select(m => (m.Message.To, m.Attempts)).Distinct());

        await CommitAsync(post, new Operation.Delete(DocumentTypes.Link, LinkOfSam("helpNow")));
        post.Scene.Clock.AdvanceTo(post.Scene.Clock.GetUtcNow().AddSeconds(10));
        await post.DeliverAsync();

        Assert.Contains(post.Carrier.Taken, m => m.To == Sam.Email && m.Subject.Contains(Help, StringComparison.Ordinal));
        Assert.Empty((await post.RecordAsync()).Outbox);
    }

    [Fact]
    public async Task It_is_given_up_like_one_that_could_not_be_sent_and_others_are_told()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.StartedAsync();
        await CommitAsync(post, new Operation.Create(new(DocumentTypes.Link, LinkOfSam("distress"), "{}"u8.ToArray())));
        await post.SaidAsync(new ArrangementCommand.ReportDistress("He shouts"));

        foreach (var seconds in new[] { 10, 20, 40, 60, 120 })
        {
            Assert.Equal(0, await post.StepAsync(EscalationCause.Distress));
            post.Scene.Clock.AdvanceTo(post.Scene.Clock.GetUtcNow().AddSeconds(seconds));
            await post.DeliverAsync();
        }

        Assert.Equal(1, await post.StepAsync(EscalationCause.Distress));
        Assert.Contains(post.Carrier.Taken, m => m.To == Harriet.Email && m.Subject.Contains("distressed", StringComparison.Ordinal));
    }

    private static string LinkOfSam(string about) => new LinkWanted(LinkPurpose.Escalation, Sam.Id, about, 1, null, default).Id;

    private static async Task CommitAsync(PostOffice post, Operation operation) =>
        Assert.IsType<CommitResult.Committed>(
            await post.Scene.Store.CommitAsync(
                new(ArrangementRecords.Kind.PartitionOf(post.Scene.Id.Value), Guid.NewGuid().ToString("N"), operation),
                default
            )
        );
}
