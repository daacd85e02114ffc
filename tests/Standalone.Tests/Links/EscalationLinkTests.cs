using System.Globalization;
using System.Net;
using OneToOne.Domain.Escalations;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Links;

public sealed class EscalationLinkTests(OakHouse house) : IClassFixture<OakHouse>
{
    private Task<string> StartedAsync() => house.StartedAsync(p => p with { Start = house.Now.AddHours(1) });

    [Fact]
    public async Task Taking_it_on_makes_an_owner_and_only_an_outcome_ends_it()
    {
        var id = await StartedAsync();
        await house.Server.PassAsync(TimeSpan.FromMinutes(66));
        var senior = await MailedLink.FindAsync(house, Sam, "has not ended");

        (await senior.OpenAsync()).Is(HttpStatusCode.OK).Shows("Nobody yet", "wendy", "Lounge", "it is not an outcome", "1 of 3");
        (await senior.DoAsync("acknowledge")).Is(HttpStatusCode.OK).Shows("You, since", "an outcome is due by");
        Assert.Equal(Sam.Id, (await house.Senior.SeeAsync(id)).Escalations.First(e => e.Cause == EscalationCause.Overdue).Owner!.Person);

        (await senior.DoAsync("outcome")).Is(HttpStatusCode.UnprocessableEntity).Shows("Choose how it ended.", "Say in a few words");
        (await senior.DoAsync("outcome", ("outcome", "ChildSeenAndSafe"), ("note", "Both are in the lounge")))
            .Is(HttpStatusCode.OK)
            .Shows(
                "It has ended",
                "The child was seen and is safe, and the time together is over",
                "Recorded by you",
                "Both are in the lounge"
            );

        Assert.Equal("awaitingCloseOut", (await house.Senior.SeeAsync(id)).Phase);
        (await senior.DoAsync("acknowledge")).Shows("It has ended");
    }

    [Fact]
    public async Task The_next_level_reads_who_had_taken_it_on_without_an_outcome()
    {
        await StartedAsync();
        await house.Server.PassAsync(TimeSpan.FromMinutes(66));
        await (await MailedLink.FindAsync(house, Sam, "has not ended")).DoAsync("acknowledge");
        await house.Server.PassAsync(TimeSpan.FromMinutes(16));

        var next = await MailedLink.FindAsync(house, Harriet, "has not ended");

        (await next.OpenAsync()).Shows("Who had taken it on before, and recorded no outcome in time sam", "2 of 3");
    }

    [Fact]
    public async Task An_outcome_that_the_cause_does_not_have_is_refused()
    {
        await StartedAsync();
        await house.Server.PassAsync(TimeSpan.FromMinutes(66));
        var senior = await MailedLink.FindAsync(house, Sam, "has not ended");

        (await senior.DoAsync("outcome", ("outcome", "ToldAnotherWay"), ("note", "I rang them")))
            .Is(HttpStatusCode.UnprocessableEntity)
            .Shows("This outcome does not answer this escalation.");
    }

    [Fact]
    public async Task A_manager_records_what_is_late_by_the_link()
    {
        var id = await StartedAsync();
        (await house.Worker.DoAsync(id, "finish")).IsDone();
        await house.Server.PassAsync(TimeSpan.FromHours(25));
        var manager = await MailedLink.FindAsync(house, Harriet, "a record is late");

        (await manager.OpenAsync()).Is(HttpStatusCode.OK).Shows("It ends when what is late is recorded", "The record of it");
        (
            await manager.DoAsync(
                "close-out",
                ("summary", "Wendy told me on the telephone: two goals chosen."),
                ("distressed", "no"),
                ("feelings", "No"),
                ("changed", "no"),
                ("numbers", "no"),
                ("private", "no"),
                ("contact", "no"),
                ("comfortable", "yes")
            )
        )
            .Is(HttpStatusCode.OK)
            .Shows("It has ended", "What was late has been recorded");

        Assert.Equal("closed", (await house.Senior.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task Nobody_pressed_start_and_the_senior_colleague_answers_that_it_did_not_take_place()
    {
        var id = await house.ApprovedAsync(p => p with { Start = house.Now.AddHours(1) });
        await house.Server.PassAsync(TimeSpan.FromMinutes(95));
        var senior = await MailedLink.FindAsync(house, Sam, "nobody pressed start");

        (await senior.DoAsync("outcome", ("outcome", "DidNotTakePlace"), ("note", "Wendy is ill")))
            .Is(HttpStatusCode.OK)
            .Shows("It did not take place");

        Assert.Equal("lapsed", (await house.Senior.SeeAsync(id)).Phase);
    }

    [Fact]
    public async Task Who_looks_reads_whom_no_mail_reached()
    {
        house.Server.Mail.When($"RCPT TO:<{Pat.Email!.Value}>", "550 no such mailbox");
        await house.RequestedAsync();
        var manager = await MailedLink.FindAsync(house, Harriet, "a mail could not be delivered");
        house.Server.Mail.Behave();

        (await manager.OpenAsync()).Is(HttpStatusCode.OK).Shows("Whom no mail reached pat");
        (await manager.DoAsync("outcome", ("outcome", "ToldAnotherWay"), ("note", "I telephoned")))
            .Is(HttpStatusCode.OK)
            .Shows("It has ended", "The person was told another way");
    }

    [Fact]
    public async Task Who_looks_reads_when_the_worker_was_last_heard_and_what_else_is_open()
    {
        var id = await StartedAsync();
        (await house.Worker.DoAsync(id, "help")).IsDone();
        (await (await MailedLink.FindAsync(house, Sam, "help is asked for")).OpenAsync())
            .Shows($"Last sign of life {At(house.Now)}: the worker called for help")
            .Hides("Also open");
        var called = house.Now;
        await house.Server.PassAsync(TimeSpan.FromMinutes(40));
        (await house.Worker.DoAsync(id, "check-ins")).IsDone();
        var heard = house.Now;
        await house.Server.PassAsync(TimeSpan.FromMinutes(26));

        (await (await MailedLink.FindAsync(house, Sam, "has not ended")).OpenAsync()).Shows(
            $"Last sign of life {At(heard)}: “I am all right”",
            $"Also open help is asked for, since {At(called)}"
        );

        static string At(DateTimeOffset moment) =>
            moment.ToString("dddd d MMMM yyyy, HH:mm '(Europe/London)'", CultureInfo.InvariantCulture);
    }
}
