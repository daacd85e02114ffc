using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OneToOne.Domain.People;
using OneToOne.Service.Http;
using OneToOne.Service.Http.Idempotency;
using OneToOne.Service.Identity;
using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Http;

public sealed class IdempotencyTests : IAsyncDisposable
{
    private readonly PipelineHost host;
    private int made;

    public IdempotencyTests() =>
        host = new(routes =>
        {
            routes.MapPost("/api/boxes", CreateAsync).RequireAuthorization(Access.SignedIn);
            routes.MapPost("/api/boxes/{id}/step", StepAsync).RequireAuthorization(Access.SignedIn);
        });

    [Fact]
    public async Task The_same_request_again_is_answered_word_for_word_and_done_once()
    {
        var first = await PostAsync("/api/boxes/b1/step", "mia", "k1", """{"size":1}""");
        var second = await PostAsync("/api/boxes/b1/step", "mia", "k1", """{"size":1}""");

        Assert.Equal((200, first.Body), (second.Status, second.Body));
        Assert.Equal("\"rev-7\"", second.Headers.ETag);
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        await PostAsync("/api/boxes/b1/step", "mia", "k1", """{"size":1}""");

        var other = await PostAsync("/api/boxes/b1/step", "mia", "k1", """{"size":2}""");

        Assert.Equal((422, "idempotencyKey"), (other.Status, other.Finding.GetProperty("id").GetString()));
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task A_key_belongs_to_who_sent_it()
    {
        await PostAsync("/api/boxes/b1/step", "mia", "k1", """{"size":1}""");
        await PostAsync("/api/boxes/b1/step", "hanna", "k1", """{"size":1}""");

        Assert.Equal(2, made);
    }

    [Fact]
    public async Task What_is_created_twice_under_one_key_is_one_thing()
    {
        var first = await PostAsync("/api/boxes", "mia", "k1", """{"size":1}""");
        var second = await PostAsync("/api/boxes", "mia", "k1", """{"size":1}""");
        var other = await PostAsync("/api/boxes", "mia", "k1", """{"size":2}""");

        Assert.Equal((201, "/api/boxes/box-1"), (first.Status, first.Headers.Location.ToString()));
        Assert.Equal((201, "/api/boxes/box-1"), (second.Status, second.Headers.Location.ToString()));
        Assert.Equal(422, other.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a key")]
    [InlineData("ключ")]
    public async Task A_key_that_is_no_key_is_refused(string key)
    {
        Assert.Equal(400, (await PostAsync("/api/boxes", "mia", key, """{"size":1}""")).Status);
    }

    [Fact]
    public async Task Two_keys_are_none()
    {
        var reply = await host.PostAsync(
            "/api/boxes",
            host.Token("mia", Role.Worker),
            "{}",
            ("Idempotency-Key", "a"),
            ("Idempotency-Key", "b")
        );

        Assert.Equal(400, reply.Status);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private Task<PipelineHost.Reply> PostAsync(string path, string person, string key, string json) =>
        host.PostAsync(path, host.Token(person, Role.Worker), json, (IdempotencyKey.Header, key));

    // As the product's creations do it: reserve, then create under the reserved id.
    private async Task<IResult> CreateAsync(Box box, IdempotencyKey key, KeyReservations reservations, CancellationToken ct)
    {
        var (id, refusal) = await reservations.ReserveAsync(key, $"box-{++made}", ct);
        return refusal ?? Answer.Created($"/api/boxes/{id}", box, 1);
    }

    // As the product's steps do it: look for an answer first, and commit the answer with the step.
    private async Task<IResult> StepAsync(string id, Box box, IdempotencyKey key, CancellationToken ct)
    {
        if (await host.Store.ReadAsync(key.In(id), ct) is { } earlier)
            return KeptAnswer.Again(key, earlier);
        var answer = Answer.Ok(new Box(box.Size + ++made), 7);
        await host.Store.CommitAsync(new(id, $"command-{made}", new Operation.Create(KeptAnswer.Keep(key, answer, host.Clock.Now))), ct);
        return answer;
    }

    private sealed record Box(int Size);
}
