using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OneToOne.Domain.Arrangements;

/// <summary>The digest that an approval is bound to: SHA-256 over everything that was shown, each value with its length so that none can pass for another.</summary>
public static class Digest
{
    /// <summary>The digest of an arrangement as it is judged: its round, plan, overrides and assessments.</summary>
    /// <param name="state">The arrangement.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(Arrangement state)
    {
        var plan = state.JudgedPlan;
        var text = new StringBuilder();
        Add(
            state.Round,
            plan.Child,
            plan.Worker,
            plan.Purpose,
            plan.Need,
            plan.Start.UtcDateTime,
            plan.Length,
            plan.SexualFeelings,
            plan.CheckInEvery
        );
        Add(plan.Place.Name, plan.Place.Setting, plan.Place.Secluded, plan.Place.DoorCondition);
        Add(plan.Place.Mitigation?.PublicRoute, plan.Place.Mitigation?.PhoneCoverage, plan.Place.Mitigation?.PersonAware);
        Add(plan.Presence);
        Add(plan.Considerations.Age, plan.Considerations.Gender, plan.Considerations.CaseHistory);
        AddAnswers();
        foreach (var safeguard in plan.Safeguards)
            Add("safeguard", safeguard.What, safeguard.Owner, safeguard.Required);
        foreach (var person in plan.Inform)
            Add("inform", person);
        foreach (var child in plan.AlsoPresent)
            Add("alsoPresent", child);
        if (plan.Standing is { } terms)
        {
            Add("standing", terms.Longest, terms.ValidUntil.UtcDateTime, terms.Window.From.ToTimeSpan(), terms.Window.Until.ToTimeSpan());
            foreach (var worker in terms.AlsoWorkers)
                Add("alsoWorker", worker);
            foreach (var purpose in terms.Purposes)
                Add("purpose", purpose);
            foreach (var setting in terms.Settings)
                Add("setting", setting);
            foreach (var day in terms.Window.Days)
                Add("day", day);
        }
        if (plan.Under is { } agreement)
            Add("under", agreement);
        foreach (var decision in state.Overrides)
            Add("override", decision.FindingId, decision.Allowed, decision.Details, decision.Reasons, decision.By, decision.CarePlan);
        foreach (var version in state.Basis.Versions)
            Add("assessment", version.Assessment, version.ContentVersion);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        // Only what is answered, so that a plan from before these questions keeps its digest.
        void AddAnswers()
        {
            if (plan.Place.Exposure is { } exposure)
                Add("exposure", exposure);
            if (plan.Place.Area is { } area)
                Add("area", area);
            if (plan.Alternatives is { } alternatives)
                Add("alternatives", alternatives.OtherAdultPossible, alternatives.Avoidable, alternatives.Reason);
            if (plan.Contact is { } contact)
                Add("contact", contact.Method, contact.Emergency);
            if (plan.EngagedSign is { } sign)
                Add("engagedSign", sign);
            if (plan.FamilyContact is { } family)
                Add("familyContact", family);
            if (plan.PersonalNumbers is { } numbers)
                Add("personalNumbers", numbers);
            if (plan.ChildsView is { } view)
                Add("childsView", view.Comfortable, view.Words);
            if (plan.ComfortMitigation is { } comfort)
                Add("comfortMitigation", comfort);
        }

        void Add(params ReadOnlySpan<object?> values)
        {
            foreach (var value in values)
            {
                var shown = value switch
                {
                    null => null,
                    DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture),
                };
                text.Append(CultureInfo.InvariantCulture, $"{shown?.Length ?? -1}:{shown}\n");
            }
        }
    }
}
