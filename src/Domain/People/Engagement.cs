namespace OneToOne.Domain.People;

/// <summary>On what terms a worker works. Closed: the cases are those nested here.</summary>
public abstract record Engagement
{
    private Engagement() { }

    /// <summary>Employed by the organisation.</summary>
    public sealed record Employed : Engagement;

    /// <summary>Sent by an agency; assessed at induction (G-15).</summary>
    /// <param name="AgencyName">The agency.</param>
    /// <param name="Briefing">What the agency and the home told the worker before the first shift.</param>
    public sealed record Agency(string AgencyName, string Briefing) : Engagement;

    /// <summary>Outside any organisation (G-06): no manager, so one responsible adult stands in for all three levels.</summary>
    /// <param name="NominatedAdult">Who agrees the assessments and receives the escalations.</param>
    public sealed record Independent(PersonId NominatedAdult) : Engagement;
}
