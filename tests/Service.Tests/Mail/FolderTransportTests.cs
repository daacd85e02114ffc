using Microsoft.Extensions.DependencyInjection;
using OneToOne.Service.Mail;

namespace OneToOne.Service.Tests.Mail;

public sealed class FolderTransportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("one-to-one-mail").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Each_mail_becomes_one_file_that_a_mail_program_can_read()
    {
        await using var services = MailBench.Compose(("Mail:Folder", folder));

        var result = await services.Transport().SendAsync(MailBench.Mail("m-7", text: "Guten Tag, שלום\r\n.\r\n"), CancellationToken.None);

        Assert.IsType<DeliveryResult.Accepted>(result);
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Matches("^20260301T183000[.]000Z-[0-9a-f]{32}[.]eml$", Path.GetFileName(file));
        var mail = new ReceivedMail(await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1));
        Assert.Equal("Guten Tag, שלום\r\n.\r\n", mail.Text);
        Assert.Contains("Guten Tag, שלום", mail.Html, StringComparison.Ordinal);
        Assert.Equal("anna@example.org", mail.Header("To"));
        Assert.Matches("^<[0-9a-f]{32}@folder[.]invalid>$", mail.MessageId);
    }

    [Fact]
    public async Task Nothing_half_written_is_left_behind()
    {
        await using var services = MailBench.Compose(("Mail:Folder", folder));

        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => services.Transport().SendAsync(MailBench.Mail($"m-{i}"), CancellationToken.None))
        );

        Assert.Equal(20, Directory.GetFiles(folder, "*.eml").Length);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(folder, ".drafts")));
    }

    [Fact]
    public async Task The_folder_is_made_when_it_is_not_there()
    {
        var deeper = Path.Combine(folder, "to", "be", "made");
        await using var services = MailBench.Compose(("Mail:Folder", deeper));

        await services.Transport().SendAsync(MailBench.Mail(), CancellationToken.None);

        Assert.Single(Directory.GetFiles(deeper));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_failure_and_not_an_exception()
    {
        var file = Path.Combine(folder, "a-file");
        await File.WriteAllTextAsync(file, "");
        await using var services = MailBench.Compose(("Mail:Folder", file));

        var result = await services.Transport().SendAsync(MailBench.Mail(), CancellationToken.None);

        Assert.False(Assert.IsType<DeliveryResult.Failed>(result).Permanent);
    }

    [Fact]
    public async Task The_status_says_that_no_mail_leaves_this_machine()
    {
        await using var services = MailBench.Compose(("Mail:Folder", folder));

        Assert.False(services.GetRequiredService<MailStatus>().LeavesThisMachine);
    }
}
