using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>The child's own view at the end (open point 3 of what the guidance requires): asked, kept in the child's words, no approval.</summary>
public sealed class ChildsViewTests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task It_is_asked_and_neither_silence_nor_a_no_without_words_is_an_answer()
    {
        var id = await house.FinishedAsync();
        foreach (var view in new ChildsView?[] { null, new(false), new(null, " ") })
            Assert.Equal<IEnumerable<string?>>(
                ["childsView"],
                (await RecordAsync(id, view)).IsRefused(HttpStatusCode.UnprocessableEntity, "childsView").Fields
            );

        (await RecordAsync(id, new(null, "She was asleep when I wrote this"))).IsDone();

        Assert.Null((await house.HomesManager.SeeAsync(id)).CloseOut!.ChildsView!.Comfortable);
    }

    [Fact]
    public async Task A_child_who_was_not_comfortable_is_heard_by_the_homes_manager_on_the_page_behind_the_code()
    {
        var id = await house.FinishedAsync();
        (await RecordAsync(id, new(false, "I did not like that the door was open"))).IsDone();

        (await (await MailedLink.FindAsync(house, Harriet, "a record has something to read")).OpenAsync()).Shows(
            "The child was not comfortable: I did not like that the door was open"
        );
        Assert.Null((await house.Parent.SeeAsync(id)).CloseOut);
    }

    private Task<Reply> RecordAsync(string id, ChildsView? view) =>
        house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord with { ChildsView = view }));
}
