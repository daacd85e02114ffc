using System.Net;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Hosting;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

/// <summary>A child whose whereabouts are withheld from the family.</summary>
public sealed class WithheldTests : IAsyncLifetime
{
    private static readonly string[] Withheld = ["Oak House", "Riverside Stables", "Marlow", "Hartley", "Copperfield"];

    private OakHouse house = null!;

    public async Task InitializeAsync()
    {
        house = await OakHouse.OpenAsync(RunningServer.Evening);
        await RenameAsync(Wendy, "Wendy Marlow");
        await RenameAsync(Harriet, "Harriet Hartley");
        await RenameAsync(Colin, "Colin Copperfield");
        await PutAsync($"/api/children/{Cleo.Id}", Cleo with { WhereaboutsWithheld = true });
    }

    public Task DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_parent_reads_neither_place_nor_home_nor_surname_also_not_in_what_somebody_wrote()
    {
        var id = await AskedAsync();
        var parent = await MailedLink.FindAsync(house, Pat, "Please decide");

        (await parent.OpenAsync())
            .Is(HttpStatusCode.OK)
            .Shows("Wendy", "(withheld), outdoors", "Ride at (withheld), away from (withheld), with Mrs (withheld)")
            .Hides(Withheld);
        (await parent.DoAsync("decide", ("decision", "approve"), ("clear", "yes"))).Is(HttpStatusCode.OK).Hides(Withheld);
        (await parent.DoAsync("refuse", ("reason", "I have thought again"))).Is(HttpStatusCode.OK).Hides(Withheld);
        Assert.Equal("refused", (await house.Colleague.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task A_manager_reads_all_of_it()
    {
        await AskedAsync();

        (await (await MailedLink.FindAsync(house, Harriet, "Please decide")).OpenAsync()).Shows(
            "Wendy Marlow",
            "Colin Copperfield",
            "Riverside Stables",
            "Oak House"
        );
    }

    [Fact]
    public async Task A_parent_s_later_news_withhold_it_too()
    {
        var id = await AskedAsync();
        await (await MailedLink.FindAsync(house, Pat, "Please decide")).DoAsync("decide", ("decision", "approve"), ("clear", "yes"));
        (await house.Colleague.DoAsync(id, "withdrawal", new { reason = "Riverside Stables are closed" })).IsDone();

        (await (await MailedLink.FindAsync(house, Pat, "It was taken back")).OpenAsync())
            .Is(HttpStatusCode.OK)
            .Shows("It was taken back by Colin: (withheld) are closed")
            .Hides(Withheld);
    }

    private Task<string> AskedAsync() =>
        house.RequestedAsync(p =>
            p with
            {
                Need = "Ride at riverside stables, away from Oak House, with Mrs Marlow",
                Place = new(
                    "Riverside Stables",
                    Domain.Arrangements.Setting.Outdoors,
                    Secluded: false,
                    Exposure: Domain.Arrangements.Exposure.Supervised
                ),
            }
        );

    private Task RenameAsync(Person person, string name) => PutAsync($"/api/people/{person.Id}", person with { Name = name });

    private async Task PutAsync(string path, object entry)
    {
        var read = (await house.Administrator.GetAsync(path)).IsDone();
        (await house.Administrator.PutAsync(path, entry, read.ETag)).IsDone();
    }
}
