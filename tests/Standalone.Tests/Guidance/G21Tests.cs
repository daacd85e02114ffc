using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-21: whether somebody is present or close by is answered with a name and a reason, and approvers see it.</summary>
public sealed class G21Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task G_21_an_answer_without_a_reason_or_with_the_worker_s_own_name_is_refused()
    {
        Presence[] answers =
        [
            new Presence.CloseBy(Colin.Id, " "),
            new Presence.Present(Wendy.Id, "She is there anyway"),
            new Presence.NotNeeded(Harriet.Id, ""),
        ];
        foreach (var presence in answers)
            (await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { Presence = presence })).IsRefused(
                HttpStatusCode.UnprocessableEntity,
                "G-21"
            );
    }

    [Fact]
    public async Task G_21_each_of_the_three_answers_is_kept_and_approvers_see_it()
    {
        Presence[] answers =
        [
            new Presence.CloseBy(Colin.Id, "Colin is next door"),
            new Presence.Present(Colin.Id, "Colin sits with them"),
            new Presence.NotNeeded(Harriet.Id, "The lounge is never empty at that hour"),
        ];
        foreach (var presence in answers)
        {
            var id = await house.RequestedAsync(plan => plan with { Presence = presence });
            Assert.Equal(presence, (await house.Parent.SeeAsync(id)).Plan.Presence);
        }
    }
}
