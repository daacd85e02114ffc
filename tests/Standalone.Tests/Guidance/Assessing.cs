using OneToOne.Domain;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Service.Assessments;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>How the tests of the rows write and agree assessments.</summary>
internal static class Assessing
{
    private static int children;

    public static string Address(this AssessmentKey key) => $"/api/assessments/{key}";

    /// <summary>Written by the colleague, and read by the homes manager, who tries to agree it.</summary>
    public static async Task<Reply> TryAgreeAsync(
        this OakHouse house,
        AssessmentKey key,
        AssessmentContent content,
        Agreement? agreed = null,
        Api? by = null
    )
    {
        (await house.Colleague.PutAsync(key.Address() + "/proposal", content)).IsDone();
        return await house.AgreeAsync(key, by ?? house.HomesManager, agreed);
    }

    /// <summary>Somebody tries to agree what waits.</summary>
    public static async Task<Reply> AgreeAsync(this OakHouse house, AssessmentKey key, Api by, Agreement? agreed = null)
    {
        var read = (await house.HomesManager.GetAsync(key.Address())).IsDone();
        return await by.PostAsync(key.Address() + "/agreement", agreed ?? new(Outcome.Permit), ifMatch: read.ETag);
    }

    /// <summary>The assessment, as somebody sees it.</summary>
    public static async Task<AssessmentView> ReadAsync(this Api by, AssessmentKey key) =>
        (await by.GetAsync(key.Address())).IsDone().As<AssessmentView>();

    /// <summary>A child of the house of whom nothing is written yet.</summary>
    public static async Task<AssessmentKey> NewChildAsync(this OakHouse house, Func<Child, Child>? change = null)
    {
        var id = new ChildId($"child-{Interlocked.Increment(ref children)}");
        var child = Cleo with { Id = id, Reference = $"OAK-{id}" };
        (await house.Administrator.PutAsync($"/api/children/{id}", (change ?? (c => c))(child))).IsDone();
        return AssessmentKey.ForChild(id);
    }

    /// <summary>A worker of the house of whom nothing is written yet.</summary>
    public static async Task<Person> NewWorkerAsync(this OakHouse house, string id, Func<Person, Person>? change = null)
    {
        var worker = (change ?? (p => p))(Worker(id, Oak));
        (await house.Administrator.PutAsync($"/api/people/{worker.Id}", worker)).IsDone();
        return worker;
    }

    /// <summary>What a child's assessment says, with other answers.</summary>
    public static AssessmentContent With(Func<ChildSections, ChildSections> change) =>
        AssessedChild with
        {
            Child = change(AssessedChild.Child!),
        };
}
