using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Agreements;

/// <summary>The house with a second child in it, whose parent is another one.</summary>
public sealed class TwoChildren : IAsyncLifetime, IAsyncDisposable
{
    internal static readonly Child Cara = Cleo with
    {
        Id = new("cara"),
        Reference = "OAK-2",
        Responsible = [new(Robin.Id, ResponsibilityKind.ParentalResponsibility)],
    };

    internal OakHouse House { get; } = new();

    public async Task InitializeAsync()
    {
        await House.InitializeAsync();
        (await House.Administrator.PutAsync("/api/children/cara", Cara)).IsDone();
        await House.AssessAsync(AssessmentKey.ForChild(Cara.Id), AssessedChild);
        await House.AssessAsync(AssessmentKey.ForPair(Cara.Id, Wendy.Id), Assessed);
        await House.Worker.ReadAboutAsync(Cara);
    }

    public Task DisposeAsync() => House.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await House.DisposeAsync();
}
