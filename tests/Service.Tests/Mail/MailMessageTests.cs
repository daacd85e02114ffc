namespace OneToOne.Service.Tests.Mail;

public sealed class MailMessageTests
{
    [Theory]
    [InlineData("A decision\r\nBcc: eve@example.org")]
    [InlineData("A decision\nis needed")]
    [InlineData("A decision\0")]
    public void A_subject_that_could_break_a_header_is_refused(string subject) =>
        Assert.Throws<ArgumentException>(() => MailBench.Mail(subject: subject));

    [Theory]
    [InlineData("assessment.pair.cleo~wendy.5.0")]
    [InlineData("m>1")]
    [InlineData("m\r\n1")]
    [InlineData("../../m")]
    public void Its_id_fits_a_header_and_a_file_name_and_says_nothing_whatever_message_it_brings(string id)
    {
        Assert.Matches("^[0-9a-f]{32}$", MailBench.Mail(id).Id);
        Assert.Equal(MailBench.Mail(id).Id, MailBench.Mail(id).Id);
        Assert.NotEqual(MailBench.Mail().Id, MailBench.Mail(id).Id);
    }

    [Fact]
    public void As_text_it_shows_its_id_only() => Assert.Equal(MailBench.Mail().Id, $"{MailBench.Mail()}");
}
