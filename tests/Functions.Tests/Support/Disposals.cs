using OneToOne.Domain;
using OneToOne.Domain.Children;
using OneToOne.Domain.People;
using OneToOne.Domain.Retention;
using OneToOne.Service.Retention;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Functions.Tests.Support;

/// <summary>Disposal runs over HTTP.</summary>
internal static class Disposals
{
    /// <summary>The register says since that the child died 16 years ago.</summary>
    public static async Task LongGoneAsync(this House house)
    {
        var administrator = house.As("ada", Role.Administrator);
        var read = (await administrator.GetAsync($"/api/children/{Cleo.Id}")).IsDone();
        var gone = read.As<Child>() with { DateOfBirth = new(2001, 5, 4), DiedOn = new(2010, 1, 2), AdmittedOn = null };
        (await administrator.PutAsync($"/api/children/{Cleo.Id}", gone, read.ETag)).IsDone();
    }

    /// <summary>Another child comes into the register, who is said to have died 16 years ago.</summary>
    public static async Task AnotherLongGoneAsync(this House house)
    {
        var another = Cleo with
        {
            Id = new("ewan"),
            Reference = "OAK-9",
            DateOfBirth = new(2001, 5, 4),
            DiedOn = new(2010, 1, 2),
            AdmittedOn = null,
        };
        (await house.As("ada", Role.Administrator).PutAsync($"/api/children/{another.Id}", another)).IsDone();
    }

    /// <summary>Proposed by the homes manager and approved by the service manager.</summary>
    public static async Task<RetentionRunId> DisposalApprovedAsync(this House house)
    {
        var run = (await house.As(Harriet).PostAsync("/api/retention/runs", new RunWanted(Oak))).IsDone().As<RetentionRun>();
        var read = (await house.As(Sunil).GetAsync($"/api/retention/runs/{run.Id}")).IsDone();
        var approving = new RunApproving("Their time is over and nobody needs them");
        (await house.As(Sunil).PostAsync($"/api/retention/runs/{run.Id}/approval", approving, ifMatch: read.ETag)).IsDone();
        return run.Id;
    }

    public static async Task<RetentionRun> DisposalAsync(this House house, RetentionRunId id) =>
        (await house.As(Sunil).GetAsync($"/api/retention/runs/{id}")).IsDone().As<RetentionRun>();
}
