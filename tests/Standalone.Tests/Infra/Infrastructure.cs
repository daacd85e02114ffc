using System.Collections.Immutable;
using OneToOne.Domain.Tests;
using OneToOne.Standalone.Tests.Infra.Bicep;

namespace OneToOne.Standalone.Tests.Infra;

/// <summary>What lies in <c>infra</c>.</summary>
internal static class Infrastructure
{
    public const string Reports = "infra/app/reports.bicep";

    public static readonly BicepFile Main = BicepFile.Read("infra/main.bicep");

    public static readonly ImmutableArray<BicepFile> Files =
    [
        Main,
        .. Directory
            .EnumerateFiles(Repository.PathOf("infra/app"), "*.bicep")
            .Order(StringComparer.Ordinal)
            .Select(path => BicepFile.Read("infra/app/" + Path.GetFileName(path))),
    ];

    public static readonly BicepFile Roles = File("infra/app/rbac.bicep");

    public static BicepFile File(string path) => Files.Single(file => file.Path == path);
}
