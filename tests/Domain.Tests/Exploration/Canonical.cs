using System.Globalization;
using System.Text;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Escalations;
using OneToOne.Domain.People;
using OneToOne.Domain.Sessions;
using OneToOne.Domain.Tests.Arrangements;
using static OneToOne.Domain.Tests.Registers;

namespace OneToOne.Domain.Tests.Exploration;

/// <summary>
/// The text by which two nodes are the same: everything that what can still happen depends on, with times as ticks from now,
/// and nothing else. What is left out is named where it is left out.
/// </summary>
internal sealed class Canonical
{
    private readonly StringBuilder text = new(120);
    private readonly Node node;
    private readonly Arrangement a;
    private readonly bool swapParents;
    private readonly bool swapManagers;

    private Canonical(Node node, bool swapParents, bool swapManagers)
    {
        (this.node, a, this.swapParents, this.swapManagers) = (node, node.Arrangement, swapParents, swapManagers);
        Write();
    }

    public static string Of(Node node)
    {
        if (node.Arrangement.IsFinal)
            return node.Phase;
        if (node.Arrangement.Round > Explorer.RoundsCap)
            return $"{node.Phase} in a further round";
        if (
            node.Arrangement.Phase
            is not (Phase.AwaitingOverride or Phase.AwaitingApproval or Phase.Approved or Phase.InForce or Phase.Suspended)
        )
            return new Canonical(node, false, false).text.ToString();
        // The two parents can do the same things, and so can the homes and the service manager: of the mirror images one stands for all.
        var key = new Canonical(node, false, false).text.ToString();
        if (key.Contains(" m", StringComparison.Ordinal))
            key = Lesser(key, new Canonical(node, false, true).text.ToString());
        if (!key.Contains("p1", StringComparison.Ordinal) && !key.Contains("p2", StringComparison.Ordinal))
            return key;
        key = Lesser(key, new Canonical(node, true, false).text.ToString());
        return Lesser(key, new Canonical(node, true, true).text.ToString());
    }

    private static string Lesser(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? a : b;

    private void Write()
    {
        text.Append(node.Phase).Append(CultureInfo.InvariantCulture, $" {node.World.Disturbances}");
        Phases();
        foreach (var e in a.Escalations.OrderBy(e => e.Cause))
            Escalation(e);
        if (a.OwedReview is not null)
            Time(" review", a.EscalationOf(EscalationCause.UnplannedReviewLate) is null ? a.OwedReview.DueAt : node.Now);
        Flag(" -sam", node.World.IsBarred(Senior));
    }

    // After the start what came before it is over; only what their own clocks and commands read is left.
    private void Phases()
    {
        switch (a.Phase)
        {
            case Phase.Active p:
                Session(p.Session);
                break;
            case Phase.AwaitingCloseOut p:
                Flag(" distress", p.Session.DistressReported);
                if (a.EscalationOf(EscalationCause.CloseOutLate) is null)
                    Time(" ended", p.Session.EndedAt!.Value);
                break;
            case Phase.AwaitingExplanation p:
                if (a.EscalationOf(EscalationCause.ExplanationLate) is null)
                    Time(" declined", p.Decline.At);
                break;
            case Phase.AwaitingOverride p:
                BeforeStart();
                Flag(" reminded", p.Reminded);
                if (!p.Reminded)
                    Time(" since", p.Since);
                break;
            case Phase.AwaitingApproval p:
                BeforeStart();
                Round(p.Round);
                break;
            case Phase.Approved or Phase.InForce or Phase.Suspended:
                BeforeStart();
                if (a.EscalationOf(EscalationCause.NotStarted) is not null)
                    break;
                Flag(" asked", a.Phase is Phase.Approved { WorkerAsked: true } or Phase.Suspended { WorkerAsked: true });
                Flag(" told", a.Told.Any(t => t.Digest == a.ApprovalRound!.Digest));
                // Who wrote an approval down, and how often parents were tried, no longer matters once the quorum is there.
                // Nor does who gave one, when nobody will be barred any more.
                if (node.World.Disturbances < Explorer.DisturbancesCap)
                    foreach (var approval in a.ApprovalRound!.Approvals.OrderBy(x => x.By.Seat))
                        text.Append(' ').Append(Name(approval.By.Person));
                break;
        }
    }

    private void BeforeStart()
    {
        // Once a colleague is asked whether it took place, nothing changes the plan, starts it or revives it any more.
        if (a.EscalationOf(EscalationCause.NotStarted) is not null)
            return;
        AtMost(" start", a.Plan.Start, World.Policy.StartLate);
        Time(" moved", a.Plan.Start - a.JudgedPlan.Start);
        text.Append(CultureInfo.InvariantCulture, $" round{a.Round}");
        if (a.Plan.Standing is { ValidUntil: var until })
        {
            Time(" until", until);
            if (a.Phase is Phase.AwaitingApproval { Round.Deadline: var by })
                Time(" by", by);
        }
        if (a.ApprovalRound?.Under is not null)
            text.Append(CultureInfo.InvariantCulture, $" under {AgreementNow()}");
        // A purpose and a departure matter by the quorum they ask for, and by what a further round would ask again.
        if (a.Round < Explorer.RoundsCap)
            Flag(" stables", a.Plan.Place.Setting == Setting.WorkersHome);
        // Who planned it can't approve it; that is over once it is approved for the last time.
        if (a.Phase is Phase.AwaitingApproval || a.Round < Explorer.RoundsCap)
            foreach (var planner in a.Replanners.Where(p => p != a.RequestedBy).Select(Name).Order(StringComparer.Ordinal))
                text.Append(" of ").Append(planner);
        var child = node.World.Child;
        if (node.World.Disturbances < Explorer.DisturbancesCap)
            text.Append(CultureInfo.InvariantCulture, $" v{child.Version}");
        Flag(" notPermit", child.Outcome == Domain.Assessments.Outcome.NotPermit);
        Flag(" ended", child.Ended);
        Flag(
            " other",
            !a.Basis.Versions.Any(v => v.Assessment == node.World.Facts.ChildAssessment!.Key && v.ContentVersion == child.Version)
        );
        AtMost(" due", child.Due, TimeSpan.Zero);
        foreach (var person in new[] { Parent, Occasion.SecondParent }.Where(node.World.IsBarred).Select(p => Name(p.Id)).Order())
            text.Append(" -").Append(person);
        Flag(" -worker", node.World.IsBarred(Worker));
        Flag(" left", node.World.WorkerLeft);
    }

    private string AgreementNow() => $"{node.World.Facts.Agreement!.Phase.GetType().Name}{node.World.Facts.Agreement.Round}";

    private void Round(ApprovalRound round)
    {
        text.Append(CultureInfo.InvariantCulture, $" {round.Quorum}");
        if (!round.Reminded || round.LinksExpire(World.Policy) < round.Deadline)
            Time(" links", round.LinksIssuedAt);
        Flag(" reminded", round.Reminded);
        foreach (var approval in round.Approvals)
            text.Append(' ').Append(Name(approval.By.Person)).Append(Writer(approval));
        if (round.PlacingAuthorityAsked)
            text.Append(" authority");
        else if (round.Waits(Seat.Family))
            foreach (var person in round.Attempts.Select(t => t.Person).Distinct().OrderBy(Name, StringComparer.Ordinal))
                Tried(person, round);
    }

    // Who wrote down one approval can neither give nor write down the other one.
    private string Writer(Approval approval) => approval.OnBehalf is { RecordedBy: var by } ? $" by {Name(by)}" : "";

    private void Tried(PersonId person, ApprovalRound round)
    {
        var tried = round.Attempts.Where(t => t.Person == person).ToList();
        text.Append(CultureInfo.InvariantCulture, $" {Name(person)}*{Math.Min(tried.Count, World.Policy.ParentAttempts)}");
        AtMost("", tried.Min(t => t.At), World.Policy.ParentAttemptsOver);
        if (tried.LastOrDefault(t => t.How != "mail") is { } last)
            AtMost("rang", last.At, TimeSpan.FromHours(1));
    }

    private void Session(Session s)
    {
        Flag(" unplanned", s.Basis is SessionBasis.Unplanned);
        Flag(" distress", s.DistressReported && a.EscalationOf(EscalationCause.Distress) is null);
        Flag(" extended", s.ExtendedByWorker > TimeSpan.Zero && s.ExtensionBarred is null);
        Flag(" asked", s.CheckInAsked);
        Flag(" reminded", s.EndReminded);
        if (!s.CheckInAsked || a.EscalationOf(EscalationCause.MissedCheckIn) is null)
            Time(" contact", s.LastContact);
        if (!s.EndReminded || a.EscalationOf(EscalationCause.Overdue) is null)
            Time(" end", s.ExpectedEnd);
        if (s is { ExtensionBarred: null, Basis: SessionBasis.Approved { Round.Under: not null } })
            text.Append(CultureInfo.InvariantCulture, $" under {AgreementNow()}");
        Flag(" -worker", node.World.IsBarred(Worker));
        if (s.ExtensionBarred is null)
            Time(" due", node.World.Child.Due);
        else
            Flag(s.ExtensionBarred.StartsWith("the worker", StringComparison.Ordinal) ? " forbidden" : " lapsed", true);
        Flag(" left", node.World.WorkerLeft);
    }

    // Who owns it, who was told and when it was raised are left out: the next level comes at the same moment whoever they are.
    private void Escalation(Escalation e)
    {
        text.Append(CultureInfo.InvariantCulture, $" {e.Cause}{Math.Min(e.Step, EscalationChain.Levels(e.Cause).Length)}");
        Flag("owned", e.Owner is not null);
        Time("@", e.Owner?.Since ?? e.StepSince);
    }

    private string Name(PersonId person) =>
        person == Parent.Id ? (swapParents ? "p2" : "p1")
        : person == Occasion.SecondParent.Id ? (swapParents ? "p1" : "p2")
        : person == HomesManager.Id ? (swapManagers ? "m2" : "m1")
        : person == ServiceManager.Id ? (swapManagers ? "m1" : "m2")
        : person.Value;

    private void Flag(string name, bool set)
    {
        if (set)
            text.Append(name);
    }

    private void Time(string name, DateTimeOffset at)
    {
        if (at >= World.Far)
            text.Append(name).Append("far");
        else
            Time(name, at - node.Now);
    }

    // Longer ago than that is all the same.
    private void AtMost(string name, DateTimeOffset at, TimeSpan ago) => Time(name, at < node.Now - ago ? node.Now - ago : at);

    private void Time(string name, TimeSpan time) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{Math.Clamp(time / World.Tick, -5, 9):0.##}");
}
