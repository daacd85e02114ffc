using OneToOne.Domain.Guidance;

namespace OneToOne.Domain.Arrangements;

/// <summary>What an occasion at another place than its agreement's own may say of it: nothing weaker than what the approvers were shown.</summary>
internal static class OtherPlace
{
    public static bool Is(Plan occasion, Plan agreed) => agreed.Place.IsElsewhere(occasion.Place.Name, occasion.Place.Setting);

    public static IEnumerable<Finding> Weaker(Plan occasion, Plan agreed)
    {
        if (!IsNoMoreExposed(occasion.Place.Exposure, agreed.Place.Exposure))
            yield return Agreements.Refuse("They would be farther from everybody else than agreed.", "place.exposure");
        if (Strength(occasion.Presence) < Strength(agreed.Presence))
            yield return Agreements.Refuse("Somebody was agreed to be nearer than that.", "presence");
        if (occasion.Safeguards.Count(s => s.Required) < agreed.Safeguards.Count(s => s.Required))
            yield return Agreements.Refuse("More safeguards were agreed to be confirmed at the start.", "safeguards");
    }

    private static bool IsNoMoreExposed(Exposure? occasion, Exposure? agreed) =>
        (occasion, agreed) switch
        {
            (null, _) => false,
            (Exposure.Supervised, _) => true,
            (Exposure.Unsupervised, Exposure.Isolated) => true,
            _ => occasion == agreed,
        };

    private static int Strength(Presence presence) =>
        presence switch
        {
            Presence.Present => 2,
            Presence.CloseBy => 1,
            _ => 0,
        };
}
