using System.Net;
using OneToOne.Domain.Arrangements;
using OneToOne.Standalone.Tests.Support;

namespace OneToOne.Standalone.Tests.Guidance;

/// <summary>G-12: whether another adult could be present, or the occasion avoided, is asked and answered.</summary>
public sealed class G12Tests(OakHouse house) : IClassFixture<OakHouse>
{
    [Fact]
    public async Task G_12_silence_and_an_answer_without_a_reason_are_refused()
    {
        await RefusedAsync(null);
        await RefusedAsync(new(OtherAdultPossible: true, Avoidable: false, " "));

        async Task RefusedAsync(Alternatives? answer) =>
            Assert.Equal<IEnumerable<string?>>(
                ["alternatives"],
                (await house.Colleague.PostAsync("/api/arrangements", house.Keywork with { Alternatives = answer }))
                    .IsRefused(HttpStatusCode.UnprocessableEntity, "G-12")
                    .Fields
            );
    }

    [Fact]
    public async Task G_12_where_it_could_be_otherwise_the_reason_says_why_it_is_one_to_one_all_the_same() =>
        Assert.Equal<IEnumerable<string?>>(
            ["alternatives.reason"],
            (
                await house.Colleague.PostAsync(
                    "/api/arrangements",
                    house.Keywork with
                    {
                        Alternatives = new(OtherAdultPossible: false, Avoidable: true, "She wants to"),
                    }
                )
            )
                .IsRefused(HttpStatusCode.UnprocessableEntity, "G-12")
                .Fields
        );

    [Fact]
    public async Task G_12_the_answer_is_kept_and_shown_to_those_who_approve()
    {
        var answer = new Alternatives(OtherAdultPossible: true, Avoidable: false, "Colin could sit in, but she asked for one adult");

        var id = await house.RequestedAsync(plan => plan with { Alternatives = answer });

        Assert.Equal(answer, (await house.Parent.SeeAsync(id)).Plan.Alternatives);
        Assert.Equal(answer, (await house.HomesManager.SeeAsync(id)).Plan.Alternatives);
    }
}
