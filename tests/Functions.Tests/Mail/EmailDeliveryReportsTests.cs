using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using OneToOne.Functions.Mail;
using OneToOne.Service.Deliveries;
using OneToOne.Service.Store;

namespace OneToOne.Functions.Tests.Mail;

/// <summary>The function hands over what an event says. What follows from it is tested on a real store, with the deliveries.</summary>
public sealed class EmailDeliveryReportsTests
{
    private const string Id = "0f3b1a52-8d1e-8c44-9c1f-6a1d2e3f4a5b";

    private readonly Mock<IDocumentStore> store = new();

    [Theory]
    [InlineData("Delivered", 1)]
    [InlineData("Bounced", 1)]
    [InlineData("Suppressed", 1)]
    [InlineData("Quarantined", 1)]
    [InlineData("FilteredSpam", 1)]
    [InlineData("Failed", 1)]
    [InlineData("Expanded", 0)]
    public async Task The_mail_of_a_final_report_is_looked_for_and_one_that_is_not_known_here_is_ignored(string status, int times)
    {
        await RunAsync($$"""{ "data": { "messageId": "{{Id}}", "status": "{{status}}", "recipient": "sam@example.org" } }""");

        store.Verify(
            s => s.ReadAsync(new DocumentKey($"sentMail.{Id}", DocumentTypes.SentMail, Id), It.IsAny<CancellationToken>()),
            Times.Exactly(times)
        );
        store.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task What_could_not_be_written_down_comes_again()
    {
        store.Setup(s => s.ReadAsync(It.IsAny<DocumentKey>(), It.IsAny<CancellationToken>())).Throws(new StoreUnavailableException("out"));

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            RunAsync($$"""{ "data": { "messageId": "{{Id}}", "status": "Bounced" } }""")
        );
    }

    private Task RunAsync(string happened)
    {
        var sent = new SentMails(store.Object, TimeProvider.System);
        var reports = new DeliveryReports(sent, null!, null!, null!, null!, null!, null!, null!, NullLogger<DeliveryReports>.Instance);
        return new EmailDeliveryReports(reports).RunAsync(
            new(happened),
            new Mock<DurableTaskClient>("test").Object,
            CancellationToken.None
        );
    }
}
