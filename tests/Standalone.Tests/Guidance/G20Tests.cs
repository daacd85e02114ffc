using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Links;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-20: somebody is told before the start, and is known to have been told.</summary>
public sealed class G20Tests(OakHouse house) : IClassFixture<OakHouse>
{
    private static readonly ArrangementCommand.Start Start = new(new([0]));

    [Fact]
    public async Task G_20_a_plan_names_somebody_who_is_told_beforehand()
    {
        foreach (var inform in new Domain.PersonId[][] { [], [Wendy.Id] })
            (await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { Inform = [.. inform] })).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "G-20"
            );
    }

    [Fact]
    public async Task G_20_a_delivered_mail_is_no_proof_and_an_opened_notice_is()
    {
        var id = await ReadyAsync();
        var notice = await MailedLink.FindAsync(house, Colin, "Please read");
        (await house.Worker.DoAsync(id, "start", Start)).IsRefused(HttpStatusCode.UnprocessableEntity, "G-20");

        (await notice.OpenAsync()).Is(HttpStatusCode.OK);

        (await house.Worker.DoAsync(id, "start", Start)).IsDone();
        await CloseAsync(id);
    }

    [Fact]
    public async Task G_20_a_colleague_confirms_that_somebody_was_told_in_person_and_the_worker_alone_can_t()
    {
        var id = await ReadyAsync();
        var told = new ArrangementCommand.RecordTold(Colin.Id, ToldBy.InPerson);
        (await house.Worker.DoAsync(id, "told", told)).IsRefused(HttpStatusCode.Forbidden, "who");
        (await house.Administrator.DoAsync(id, "told", told)).Is(HttpStatusCode.Forbidden);
        (await house.Senior.DoAsync(id, "told", told with { How = ToldBy.Notice })).Is(HttpStatusCode.UnprocessableEntity);

        (await house.Senior.DoAsync(id, "told", told)).IsDone();

        (await house.Worker.DoAsync(id, "start", Start)).IsDone();
        await CloseAsync(id);
    }

    [Fact]
    public async Task G_20_before_a_talk_that_was_not_planned_a_colleague_is_told_by_name()
    {
        // The others of this class pass the evening; a talk is within the agreed hours.
        await using var own = await OakHouse.OpenAsync(Hosting.RunningServer.Evening);
        var talk = own.Keywork with { Purpose = Purpose.Talk, Length = TimeSpan.FromMinutes(20) };

        (await own.Worker.PostAsync("/api/arrangements/unplanned", new { plan = talk, colleagueTold = Wendy.Id })).IsRefused(
            HttpStatusCode.UnprocessableEntity,
            "G-20"
        );
    }

    private async Task<string> ReadyAsync()
    {
        var id = await house.ApprovedAsync();
        await house.Server.Clock.PassToAsync((await house.Worker.SeeAsync(id)).Plan.Start, CancellationToken.None);
        return id;
    }

    private async Task CloseAsync(string id)
    {
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        (await house.Worker.DoAsync(id, "close-out", new ArrangementCommand.RecordCloseOut(OakHouse.GoodRecord))).IsDone();
    }
}
