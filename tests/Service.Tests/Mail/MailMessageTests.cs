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
    [InlineData("")]
    [InlineData("m 1")]
    [InlineData("m>1")]
    [InlineData("m\r\n1")]
    [InlineData("../../m")]
    [InlineData(".m")]
    [InlineData("m.")]
    public void An_id_that_could_break_a_header_or_a_file_name_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => MailBench.Mail(id));

    [Fact]
    public void As_text_it_shows_its_id_only() => Assert.Equal("m-1", $"{MailBench.Mail()}");
}
