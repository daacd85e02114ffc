using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using OneToOne.Functions.Http;

namespace OneToOne.Functions.Tests.Hosting;

/// <summary>What the host is told that there is, against what stands in the source.</summary>
public sealed class MetadataTests
{
    private static readonly Assembly App = typeof(HttpFunctions).Assembly;

    [Fact]
    public void The_metadata_file_lists_every_function_with_its_trigger()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "functions.metadata")));
        var listed = file.RootElement.EnumerateArray().Select(f => Line(f, f.GetProperty("bindings").EnumerateArray()));

        Assert.Equal(Written(), listed.Order());
    }

    [Fact]
    public async Task What_the_worker_indexes_is_the_same()
    {
        var type = App.GetTypes().Single(t => t.Name == "GeneratedFunctionMetadataProvider");
        var provider = (IFunctionMetadataProvider)Activator.CreateInstance(type, nonPublic: true)!;
        var listed = (await provider.GetFunctionMetadataAsync(AppContext.BaseDirectory)).Select(f =>
            $"{f.Name}: {TriggerOf(f.RawBindings!.Select(b => JsonDocument.Parse(b).RootElement))} {f.EntryPoint}"
        );

        Assert.Equal(Written(), listed.Order());
    }

    [Fact]
    public void The_worker_indexes_itself()
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "worker.config.json")));

        Assert.Equal(
            ("dotnet-isolated", "true"),
            (
                config.RootElement.GetProperty("description").GetProperty("language").GetString(),
                config.RootElement.GetProperty("description").GetProperty("workerIndexing").GetString()
            )
        );
    }

    private static IEnumerable<string> Written()
    {
        var functions =
            from type in App.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            select $"{function.Name}: {TriggerOf(method)} {type.FullName}.{method.Name}";
        return functions.Order();
    }

    private static string TriggerOf(MethodInfo function) =>
        function
            .GetParameters()
            .SelectMany(p => p.GetCustomAttributes())
            .Select(a => a.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal))
            .Single(name => name.EndsWith("Trigger", StringComparison.Ordinal));

    private static string Line(JsonElement function, IEnumerable<JsonElement> bindings) =>
        $"{function.GetProperty("name").GetString()}: {TriggerOf(bindings)} {function.GetProperty("entryPoint").GetString()}";

    private static string TriggerOf(IEnumerable<JsonElement> bindings)
    {
        var type = bindings
            .Select(b => b.GetProperty("type").GetString()!)
            .Single(t => t.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));
        return $"{char.ToUpperInvariant(type[0])}{type[1..]}";
    }
}
