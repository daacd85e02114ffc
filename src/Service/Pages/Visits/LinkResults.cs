using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Guidance;
using OneToOne.Service.Letters;
using OneToOne.Service.Links;
using OneToOne.Service.Pages.Forms;
using OneToOne.Service.Pages.Plans;

namespace OneToOne.Service.Pages.Visits;

/// <summary>The answers at a link: always a page in plain words.</summary>
internal static class LinkResults
{
    /// <summary>The field that holds the mail's code.</summary>
    public const string Code = "code";

    /// <summary>A page.</summary>
    public static IResult Page<T>(int status, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        var values = new Dictionary<string, object?>();
        foreach (var (name, value) in parameters)
            values.Add(name, value);
        return new RazorComponentResult<T>(values) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>Behind the code: 200, or 422 when something that was sent is missing or refused.</summary>
    public static IResult Opened<T>(AtLink visit, SentForm form, FormErrors errors)
        where T : IComponent =>
        Page<T>(
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            ("Visit", visit),
            ("Form", errors.Any ? form : SentForm.Empty),
            ("Errors", errors)
        );

    /// <summary>What refused a step, beside its field where its finding names one of the page's.</summary>
    public static FormErrors Faults(ImmutableArray<Finding> refused, params (string Path, string Field)[] fields) =>
        new([
            .. refused.Select(finding => new FieldError(
                fields.FirstOrDefault(f => finding.Field?.StartsWith(f.Path, StringComparison.Ordinal) == true).Field ?? "",
                $"{finding.Problem} {finding.Lift}"
            )),
        ]);

    /// <summary>The same page for a forged link and for somebody for whom there is nothing here.</summary>
    public static IResult Nothing() =>
        Say(
            StatusCodes.Status404NotFound,
            "There is nothing here for you",
            "The address may be incomplete, or the link no longer leads anywhere. Open the link from your mail again, or copy all of it.",
            "If it does not help, telephone the home. If somebody may be in danger now, telephone 999 first."
        );

    /// <summary>To a worker barred since: that they were heard, and nothing of what they were heard about.</summary>
    public static IResult Heard(ImmutableArray<Finding> refused) =>
        refused.IsEmpty
            ? Say(
                StatusCodes.Status200OK,
                "You were heard",
                "What you sent has been passed on to the home.",
                "If somebody may be in danger now, telephone 999."
            )
            : Nothing();

    /// <summary>The door: what kind of page it is, and the field for the code.</summary>
    public static IResult Door(AtLink visit) => Door(visit, StatusCodes.Status200OK, FormErrors.None);

    /// <summary>No code was typed, or something that can't be one.</summary>
    public static IResult NotACode(AtLink visit, SentForm form) =>
        Door(
            visit,
            StatusCodes.Status400BadRequest,
            new(
                new FieldError(
                    Code,
                    form.Value(Code) is { Length: > 0 }
                        ? "This can't be the code. It has nine digits; look for a slip."
                        : "Type the code from your mail."
                )
            )
        );

    /// <summary>A code, but not this link's.</summary>
    public static IResult Wrong(AtLink visit, int left) =>
        Door(
            visit,
            StatusCodes.Status403Forbidden,
            new(
                new FieldError(
                    Code,
                    left == 1
                        ? "This is not the code of this link. You can try once more; then the link is locked."
                        : $"This is not the code of this link. You can try {left} more times; then the link is locked."
                )
            )
        );

    /// <summary>The link can't be used any more.</summary>
    public static IResult Shut(AtLink visit, LinkState state) =>
        state switch
        {
            LinkState.Locked when visit.IsOneTap => Door(
                visit,
                StatusCodes.Status410Gone,
                new(new FieldError(Code, "This link is locked after too many wrong codes. Help and \"I am all right\" still work here."))
            ),
            LinkState.Locked => Gone(
                "This link is locked",
                $"A wrong code was typed {LinkRecord.MaxWrongCodes} times, so the link was locked. Nothing was decided by that.",
                AskAgain(visit)
            ),
            LinkState.Expired => Gone(
                "The time for this link is over",
                visit.Link.Purpose is LinkPurpose.Concern
                    ? "The link has expired. The concern is as it was."
                    : "The link has expired. What was decided before stands; what was not decided by then does not take place.",
                AskAgain(visit)
            ),
            _ => Nothing(),
        };

    /// <summary>The link belongs to a round that a change has ended: says what changed, in general words.</summary>
    public static IResult Changed(Visit visit) =>
        Gone(
            "This was changed",
            $"After this link was sent, this was changed: {PlanWords.Changes(visit.Past, visit.Link.CreatedAt)}. An approval given before no longer counts.",
            "If it is still wanted, a newer mail comes to you, or has come. Use the link and the code of your newest mail."
        );

    private static string AskAgain(AtLink visit) =>
        visit.Link.Purpose is LinkPurpose.Concern
            ? "Sign in instead: it stands among the concerns of the home. The next mail about it brings a link that works."
            : "If you still need it, ask the home: any manager there, or whoever asked for the one-to-one time, can have a new link sent to you.";

    private static IResult Door(AtLink visit, int status, FormErrors errors) =>
        Page<DoorPage>(status, (nameof(DoorPage.Visit), visit), (nameof(DoorPage.Errors), errors));

    private static IResult Gone(string title, params string[] says) => Say(StatusCodes.Status410Gone, title, says);

    private static IResult Say(int status, string title, params string[] says) =>
        Page<SayingPage>(status, (nameof(SayingPage.Title), title), (nameof(SayingPage.Says), says));
}
