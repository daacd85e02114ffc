using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Pages.Plans;

/// <summary>Says the answers of a plan as people say them.</summary>
internal static class AnswerWords
{
    /// <summary>How far they are from others, as it stands after the place; nothing where it was not asked yet.</summary>
    public static string Of(Exposure? exposure) =>
        exposure switch
        {
            Exposure.Supervised => ", with staff about",
            Exposure.Unsupervised => ", with no staff about",
            Exposure.Isolated => ", isolated",
            Exposure.StreetBased => ", street-based",
            _ => "",
        };

    public static string Of(ContactMethod method) =>
        method switch
        {
            ContactMethod.WorkPhone => "a telephone of the organisation",
            ContactMethod.Radio => "radio",
            ContactMethod.Landline => "the telephone of the place",
            ContactMethod.WithinCall => "calling: somebody hears it",
            _ => throw new InvalidOperationException($"{method} has no words."),
        };

    public static string Of(FamilyContact effect) =>
        effect switch
        {
            FamilyContact.None => "It takes nothing away from it",
            FamilyContact.Replaces => "It stands in its place",
            FamilyContact.Clashes => "It falls on the same time",
            _ => throw new InvalidOperationException($"{effect} has no words."),
        };

    public static string Of(Alternatives alternatives) =>
        $"Another adult {(alternatives.OtherAdultPossible ? "could" : "could not")} be there; "
        + $"it {(alternatives.Avoidable ? "could" : "could not")} be avoided";

    public static string Comfortable(bool? comfortable) =>
        comfortable switch
        {
            true => "At ease with it",
            false => "Not at ease with it",
            null => "Could not be asked",
        };

    public static string YesNo(bool yes) => yes ? "Yes" : "No";
}
