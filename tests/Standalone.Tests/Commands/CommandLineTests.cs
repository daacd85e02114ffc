using System.CommandLine;
using OneToOne.Standalone.Commands;
using OneToOne.Standalone.Tests.Hosting;

namespace OneToOne.Standalone.Tests.Commands;

[Trait("Store", "Own")]
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("one-to-one-");
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("token", "--help")]
    [InlineData("verify", "--help")]
    [InlineData("store", "create", "--help")]
    public async Task Every_command_explains_itself_with_examples(params string[] args)
    {
        Assert.Equal(0, await RunAsync(args));
        Assert.Contains("Usage:", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Examples:", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_start_without_a_mail_server_or_the_explicit_folder()
    {
        Assert.Equal(1, await RunAsync("serve", "--data", folder.FullName));
        Assert.Contains("Mail:Smtp:Host is missing", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Mail:From is missing", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mail", "--mail", "post")]
    [InlineData("--mail", "--mail", "folder=")]
    [InlineData("--urls", "--urls", "7071", "--mail", "folder")]
    [InlineData("--urls", "--urls", "", "--mail", "folder")]
    [InlineData("--urls", "--urls", "http://127.0.0.1:7071/base", "--mail", "folder")]
    [InlineData("--urls", "--urls", "ftp://127.0.0.1", "--mail", "folder")]
    [InlineData("--hours", "token", "--person", "mia", "--role", "worker", "--hours", "0")]
    [InlineData("--hours", "token", "--person", "mia", "--role", "worker", "--hours", "many")]
    [InlineData("--role", "token", "--person", "mia", "--role", "king")]
    [InlineData("--role", "token", "--person", "mia", "--role", "2")]
    [InlineData("--person", "token", "--person", "mia hanna", "--role", "worker")]
    [InlineData("--person", "token", "--role", "worker")]
    [InlineData("--speed", "serve", "--speed", "9")]
    [InlineData("--store", "serve", "--store", "oracle")]
    [InlineData("Cosmos:AccountEndpoint", "serve", "--store", "cosmos", "--mail", "folder")]
    [InlineData("Cosmos:AccountEndpoint", "verify", "--store", "cosmos")]
    [InlineData("Cosmos:AccountEndpoint", "store", "create")]
    public async Task A_wrong_option_is_named(string option, params string[] args)
    {
        Assert.NotEqual(0, await RunAsync([.. args, "--data", folder.FullName]));
        Assert.Contains(option, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Mail":{"Folder":"mail","Form":"x@example.org"}}""", "Form")]
    [InlineData("""{"Mail":{"Folder":"mail"},"Identity":{"Authority":"http://login.example.org"}}""", "Identity:Authority")]
    [InlineData("""{"Mail":{"Folder":"mail"},"Identity":{"Authority":"https://login.example.org"}}""", "Identity:Audience")]
    [InlineData("""{"Mail":{"Folder":"mail"},"RateLimit":{"PerLink":0}}""", "RateLimit:PerLink")]
    [InlineData("""{"Mail":{"Folder":"mail"},"RateLimit":{"PerLink":"many"}}""", "PerLink")]
    [InlineData("""{"Mail":{"Folder":"mail"},"Store":"oracle"}""", "Store")]
    [InlineData("""{"Mail":{"Folder":"mail"},"Store":"cosmos","Cosmos":{"AccountKey":"k"}}""", "AccountKey")]
    [InlineData("""{"Mail":""", "settings.json")]
    public async Task A_wrong_setting_is_named(string json, string setting)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "settings.json"), json);

        Assert.Equal(1, await RunAsync("serve", "--data", folder.FullName, "--urls", "http://127.0.0.1:0"));
        Assert.Contains(setting, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_is_made_on_this_machine_only()
    {
        const string Settings = """{"Cosmos":{"AccountEndpoint":"https://one-to-one.documents.azure.com/"}}""";
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "settings.json"), Settings);

        Assert.Equal(1, await RunAsync("store", "create", "--data", folder.FullName));
        Assert.Contains("in Azure the infrastructure makes the store", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");

        Assert.Equal(1, await RunAsync("serve", "--mail", "folder", "--data", Path.Combine(file, "data")));
        Assert.Contains("--data", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_or_an_address_in_use_is_named()
    {
        await using var running = await RunningServer.StartAsync();
        using var client = running.Anonymous();

        Assert.Equal(1, await RunAsync("serve", "--mail", "folder", "--data", running.Folder, "--urls", "http://127.0.0.1:0"));
        Assert.Contains(running.Folder, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync("serve", "--mail", "folder", "--data", folder.FullName, "--urls", client.BaseAddress!.ToString()));
        Assert.Contains("--urls", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_all_that_is_printed()
    {
        Assert.Equal(0, await RunAsync("token", "--person", "mia", "--role", "worker", "--role", "inspector", "--data", folder.FullName));
        Assert.Matches(@"^[\w-]+\.[\w-]+\.[\w-]+\s*$", output.ToString());
    }

    [Fact]
    public async Task With_an_identity_provider_this_machine_issues_no_tokens()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "settings.json"),
            """{"Identity":{"Authority":"https://login.example.org"}}"""
        );

        Assert.Equal(1, await RunAsync("token", "--person", "mia", "--role", "worker", "--data", folder.FullName));
        Assert.Contains("Identity:Authority", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        folder.Delete(recursive: true);
    }

    private Task<int> RunAsync(params string[] args) =>
        CommandLine.Run(args, new InvocationConfiguration { Output = output, Error = error });
}
