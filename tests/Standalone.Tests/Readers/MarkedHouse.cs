using OneToOne.Domain.Arrangements;
using OneToOne.Domain.Assessments;
using OneToOne.Domain.Children;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Standalone.Tests.Agreements;
using OneToOne.Standalone.Tests.Support;
using static OneToOne.Standalone.Tests.Support.Registered;

namespace OneToOne.Standalone.Tests.Readers;

/// <summary>The house in which every fact is a word of its own, so that it can be found wherever it comes to light.</summary>
internal static class MarkedHouse
{
    private static readonly DateOnly Day = new(2026, 2, 20);

    private static readonly ChildSections Sections = AssessedChild.Child! with
    {
        Support = new(
            "circumstancesword, said at some length",
            "careneedsword, said at some length",
            "historyword, said at some length",
            "vulnerabilityword, said at some length"
        ),
        Consultations = new(
            new Consultation.Held("consultedword", Day, "consultationword, said at some length"),
            new Consultation.Held("consultedword", Day, "consultationword, said at some length"),
            new Consultation.NotPossible("consultationword, said at some length")
        ),
        AllegationsOfAbuse = new AllegationsOfAbuse.Yes(Day, "abuseword, said at some length"),
        HistoryOfMakingAllegations = new HistoryOfMakingAllegations.Yes(Day, "allegingword, said at some length"),
        NotComfortableAlone = new NotComfortableAlone.Yes(Day, "uneasyword, said at some length"),
        Factors = new(new Factor.Known("factorword, said at some length"), new Factor.NoneKnown(), new Factor.DeclinedToSay()),
        Strategy = AssessedChild.Child!.Strategy! with { Words = "strategyword, said at some length" },
    };

    /// <summary>A plan for the child who is not at ease alone, in a bedroom.</summary>
    public static Plan Plan(OakHouse house) =>
        house.Keywork with
        {
            Need = "The needword of this evening",
            Place = new(
                "Placeword Room",
                Setting.Bedroom,
                Secluded: false,
                DoorCondition: "doorword, said at some length",
                Exposure: Exposure.Supervised
            ),
            Safeguards = [new("safeguardword, said at some length", Wendy.Id, Required: true)],
            Presence = new Presence.CloseBy(Colin.Id, "presenceword, said at some length"),
            Considerations = new("agedword, said at some length", "genderedword, said at some length", "casedword, said at some length"),
            Contact = new(ContactMethod.WorkPhone, Sunil.Id),
            Alternatives = new(false, false, "alternativeword, said at some length"),
            ChildsView = new(false, "viewbeforeword, said at some length"),
            ComfortMitigation = "mitigationword, said at some length",
        };

    /// <summary>A plan for the other child, whose whereabouts are withheld.</summary>
    public static Plan WithheldPlan(OakHouse house) =>
        Plan(house) with
        {
            Child = TwoChildren.Cara.Id,
            Need = "The needword at Placeword Room with Wendylast",
            Place = new("Placeword Room", Setting.SharedRoom, Secluded: false, Exposure: Exposure.Supervised),
            ChildsView = new(true, "viewbeforeword, said at some length"),
            ComfortMitigation = null,
        };

    public static async Task MarkAsync(OakHouse house)
    {
        foreach (var person in new[] { Wendy, Colin, Sam, Harriet, Sunil, Ines, Pat, Robin, Paula })
            await ChangeAsync<Person>(house, $"/api/people/{person.Id}", p => p with { Name = $"{person.Id}first {person.Id}last" });
        await ChangeAsync<Person>(
            house,
            "/api/people/wendy",
            p => p with { Training = p.Training.Add(new("trainingword", Day, TrainingAnswer.Completed, Day, new(2027, 1, 1))) }
        );
        await ChangeAsync<Home>(house, "/api/homes/oak", home => home with { Name = "Homeword House" });
        await ChangeAsync<Child>(
            house,
            "/api/children/cleo",
            child =>
                child with
                {
                    Reference = "refword",
                    CarePlan = new("careplanword", 4),
                    CaseHistory = new("casehistoryword", 3),
                    Barred = [new(Eve.Id, "barword, said at some length", house.Now)],
                }
        );
        var other = TwoChildren.Cara with
        {
            Reference = "otherrefword",
            CarePlan = new("othercareplanword", 1),
            WhereaboutsWithheld = true,
        };
        (await house.Administrator.PutAsync("/api/children/cara", other)).IsDone();
        await AssessAsync(house, AssessmentKey.ForChild(Cleo.Id), "", AssessedChild with { Child = Sections });
        await AssessAsync(house, AssessmentKey.ForWorker(Wendy.Id), "worker", Assessed);
        await AssessAsync(house, AssessmentKey.ForPair(Cleo.Id, Wendy.Id), "pair", Assessed);
        await house.AssessAsync(AssessmentKey.ForChild(other.Id), AssessedChild with { PermitsUnplannedStart = true });
        await house.AssessAsync(AssessmentKey.ForPair(other.Id, Wendy.Id), Assessed);
        await house.Worker.ReadAboutAsync(other);
    }

    public static async Task ChangeAsync<T>(OakHouse house, string path, Func<T, T> change)
        where T : notnull
    {
        var read = (await house.Administrator.GetAsync(path)).IsDone();
        (await house.Administrator.PutAsync(path, change(read.As<T>()), read.ETag)).IsDone();
    }

    private static async Task AssessAsync(OakHouse house, AssessmentKey key, string of, AssessmentContent content)
    {
        var marked = content with
        {
            RiskToChild = of + "childriskword, said at some length",
            RiskToWorker = of + "workerriskword, said at some length",
            Precautions = of + "precautionword, said at some length",
        };
        (await house.Colleague.PutAsync($"/api/assessments/{key}/proposal", marked)).IsDone();
        var read = (await house.HomesManager.GetAsync($"/api/assessments/{key}")).IsDone();
        var agreed = new { outcome = "permitWithConditions", conditions = of + "conditionword, said at some length" };
        (await house.HomesManager.PostAsync($"/api/assessments/{key}/agreement", agreed, ifMatch: read.ETag)).IsDone();
    }
}
