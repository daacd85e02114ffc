using OneToOne.Functions.Mail;
using OneToOne.Service.Deliveries;

namespace OneToOne.Functions.Tests.Mail;

public sealed class ReportedMailTests
{
    private const string Id = "0f3b1a52-8d1e-8c44-9c1f-6a1d2e3f4a5b";

    [Fact]
    public void A_mail_that_arrived_is_reported_so() =>
        Assert.Equal(new ReportedMail(new(Id), new DeliveryReport.Delivered()), Read("Delivered"));

    [Theory]
    [InlineData("Bounced", "bounced")]
    [InlineData("Suppressed", "suppressed by the mail service")]
    [InlineData("Quarantined", "quarantined")]
    [InlineData("FilteredSpam", "taken for spam")]
    [InlineData("Failed", "not delivered")]
    [InlineData("SomethingThatIsStillToBeInvented", "not delivered")]
    public void Whatever_did_not_arrive_is_a_dead_letter(string status, string reason) =>
        Assert.Equal(new ReportedMail(new(Id), new DeliveryReport.NotDelivered(reason)), Read(status));

    [Theory]
    [InlineData("Expanded")]
    [InlineData("OutForDelivery")]
    public void What_is_not_final_is_not_reported(string status) => Assert.Null(Read(status));

    [Theory]
    [InlineData("""{ "data": { "messageId": "not-a-guid", "status": "Bounced" } }""")]
    [InlineData("""{ "data": { "messageId": "0f3b1a52-8d1e-8c44-9c1f-6a1d2e3f4a5b" } }""")]
    [InlineData("""{ "data": { "messageId": 4, "status": "Bounced" } }""")]
    [InlineData("""{ "data": "none" }""")]
    [InlineData("[]")]
    public void What_is_no_delivery_report_is_ignored(string happened) => Assert.Null(ReportedMail.Read(new(happened)));

    private static ReportedMail? Read(string status) =>
        ReportedMail.Read(
            new(
                $$"""
                {
                  "id": "1", "subject": "sender/one-to-one@home.example/message/{{Id}}",
                  "eventType": "Microsoft.Communication.EmailDeliveryReportReceived", "dataVersion": "1.0", "metadataVersion": "1",
                  "eventTime": "2026-03-01T12:00:00Z",
                  "data": {
                    "sender": "one-to-one@home.example", "recipient": "sam@example.org", "internetMessageId": "<m@home.example>",
                    "messageId": "{{Id}}", "status": "{{status}}",
                    "deliveryStatusDetails": { "statusMessage": "said by a server" },
                    "deliveryAttemptTimeStamp": "2026-03-01T12:00:00Z"
                  }
                }
                """
            )
        );
}
