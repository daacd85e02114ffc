using OneToOne.Domain.Arrangements;

namespace OneToOne.Service.Pages.Notices;

/// <summary>What of a record its reader is to know, in sentences.</summary>
internal static class RecordWords
{
    public static IEnumerable<string> ToRead(CloseOut record)
    {
        if (record.NeedsChanged == true)
            yield return "The child's needs or circumstances have changed (G-24). The reviews of the assessments come sooner.";
        if (record.PersonalNumbers == true)
            yield return "Personal telephone numbers were given or used (L-25).";
        if (record.PrivateMatters == true)
            yield return "The worker told something private of their own (L-29).";
        if (record.PhysicalContact == true)
            yield return $"There was physical contact (L-32): {record.Contact}";
        if (record.ChildsView is { Comfortable: false, Words: var words })
            yield return $"The child was not comfortable: {words}";
    }
}
