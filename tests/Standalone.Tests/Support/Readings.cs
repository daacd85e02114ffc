using OneToOne.Domain.Children;

namespace OneToOne.Standalone.Tests.Support;

/// <summary>What a worker reads before the first start with a child: care plan, case history, and the guidance on physical contact.</summary>
internal static class Readings
{
    public static async Task ReadAboutAsync(this Api worker, Child child)
    {
        var read = new { carePlan = child.CarePlan.Version, caseHistory = child.CaseHistory.Version };
        (await worker.PostAsync($"/api/children/{child.Id}/acknowledgements", read)).IsDone();
        (await worker.PostAsync($"/api/people/{worker.Person}/acknowledgements", new { physicalContactGuidance = 1 })).IsDone();
    }
}
