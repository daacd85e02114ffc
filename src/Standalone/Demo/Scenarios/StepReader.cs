using System.Collections.Immutable;

namespace OneToOne.Standalone.Demo.Scenarios;

/// <summary>Understands the steps of one file.</summary>
internal sealed class StepReader(string file)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly ImmutableSortedDictionary<string, string> Nothing = ImmutableSortedDictionary<string, string>.Empty;
    private static readonly string[] Methods = ["GET", "POST", "PUT"];

    public Step Read(StepText text, int index)
    {
        var place = $"steps[{index}]";
        CheckParts(text, place);
        return text switch
        {
            { Wait: { } wait } => new Step.Wait(place, text.Say, Wait(wait, $"{place}.wait")),
            { Expect: { } expect } => new Step.Expect(place, text.Say, expect),
            { Scan: not null } => new Step.Scan(place, text.Say),
            _ => Act(text, place),
        };
    }

    private void CheckParts(StepText text, string place)
    {
        var kinds = new object?[] { text.Does ?? text.Sends, text.Wait, text.Expect, text.Scan };
        if (kinds.Count(kind => kind is not null) != 1 || (text.Does is not null && text.Sends is not null))
            throw Wrong(place, "a step has exactly one of does, sends, wait, expect and scan");
        if (text.Scan == false)
            throw Wrong($"{place}.scan", "it is true, or left out");
        var act = new object?[] { text.Who, text.By, text.About, text.With, text.Refused, text.Answers, text.Keeps };
        if (kinds[0] is null && act.Any(part => part is not null))
            throw Wrong(
                place,
                "who, by, about, with, refused, answers and keeps belong to a step in which somebody does or sends something"
            );
    }

    private Step.Act Act(StepText text, string place)
    {
        var who = text.Who ?? throw Wrong(place, "it does not say who");
        var deed = text.Does is { } name ? Named(name, $"{place}.does") : Sent(text.Sends!, $"{place}.sends");
        var byLink = text.By switch
        {
            null => deed.Link is not null && text.Refused is null,
            "api" => false,
            "link" when deed.Link is not null => true,
            "link" => throw Wrong($"{place}.by", $"no mailed link does '{deed.Name}'"),
            var other => throw Wrong($"{place}.by", $"'{other}' is neither 'link' nor 'api'"),
        };
        if (byLink && text.Refused is { } ids && ids is not [{ Length: 3 }])
            throw Wrong(
                $"{place}.refused",
                "what a page refuses has no ids; give its status alone, such as [\"410\"], or use \"by\": \"api\""
            );
        if ((byLink || text.Refused is not null) && (text.Answers ?? (object?)text.Keeps) is not null)
            throw Wrong(place, "answers and keeps belong to a call of the API that is to succeed");
        return new(place, text.Say, who, deed, byLink, text.About, text.With ?? [], text.Refused, text.Answers, text.Keeps ?? Nothing);
    }

    private Deed Named(string name, string place) =>
        Deed.All.FirstOrDefault(deed => deed.Name == name)
        ?? throw Wrong(place, $"'{name}' is none of {string.Join(", ", Deed.All.Select(deed => deed.Name))}");

    private Deed Sent(string text, string place) =>
        text.Split(' ') is [var method, ['/', ..] path] && Methods.Contains(method)
            ? new(text, method, path, $"sends {text}", Takes: method == "PUT" ? Takes.Present : Takes.Nothing)
            : throw Wrong(place, $"'{text}' is no call such as 'POST /api/arrangements'");

    private WaitFor Wait(WaitText text, string place)
    {
        var kinds = new object?[] { text.For, text.Until, text.Mail, text.Phase };
        if (kinds.Count(kind => kind is not null) != 1)
            throw Wrong(place, "a wait has exactly one of for, until, mail and phase");
        if (text is { AtMost: not null, Mail: null, Phase: null })
            throw Wrong(place, "atMost goes with mail or phase");
        var atMost = text.AtMost is { } most ? Length(most, $"{place}.atMost") : Longest;
        return text switch
        {
            { For: { } length } => new WaitFor.Span(Length(length, $"{place}.for")),
            { Until: { } time } => new WaitFor.Time(Time(time, $"{place}.until")),
            { Mail: { } mail } => new WaitFor.Mail(mail, atMost),
            _ => new WaitFor.Phase(text.Phase!, atMost),
        };
    }

    private TimeSpan Length(string text, string place) =>
        Durations.TryParse(text, out var length) ? length : throw Wrong(place, $"'{text}' is no length such as '10 min', '2 h' or '3 d'");

    private DayTime Time(string text, string place) =>
        DayTime.TryParse(text, out var time) ? time : throw Wrong(place, $"'{text}' is no time such as '17:30' or 'friday 17:30'");

    private ScenarioException Wrong(string place, string problem) => new(file, place, problem);
}
