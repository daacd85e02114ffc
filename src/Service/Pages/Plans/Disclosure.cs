using System.Text.RegularExpressions;
using OneToOne.Domain;
using OneToOne.Domain.Approvals;
using OneToOne.Domain.People;
using OneToOne.Service.Pages.Visits;

namespace OneToOne.Service.Pages.Plans;

/// <summary>
/// What one visitor may read. Where the child's whereabouts are withheld, a parent or carer reads neither the place, nor the home's name, nor
/// a surname, not even inside what somebody wrote.
/// </summary>
/// <param name="visit">The visit.</param>
internal sealed class Disclosure(Visit visit)
{
    private const string Withheld = "(withheld)";

    private readonly string[] hidden = Withholds(visit) ? Hidden(visit) : [];

    /// <summary>Whether something is withheld from this visitor.</summary>
    public bool IsWithheld { get; } = Withholds(visit);

    /// <summary>Whether the visitor may read what is for the home's own people, or for the adult who answers for the worker.</summary>
    public bool IsForStaff { get; } =
        (
            Authority.IsStaff(visit.Person, visit.Home, visit.Now)
            || Authority.AnswersFor(visit.Person, visit.Home, visit.Facts.Worker, visit.Now)
        ) && visit.Child.Responsible.All(r => r.Person != visit.Person.Id);

    /// <summary>The place as it may be named.</summary>
    public string Place => IsWithheld ? Withheld : visit.Plan.Place.Name;

    /// <summary>The home as it may be named.</summary>
    public string Home => IsWithheld ? Withheld : visit.Home.Name;

    /// <summary>A person's name.</summary>
    public string Name(PersonId id)
    {
        var person = id == visit.Facts.Worker.Id ? visit.Facts.Worker : Known(id);
        return person is null ? "somebody no longer in the register"
            : IsWithheld ? Words(First(person.Name))
            : person.Name;
    }

    /// <summary>Words that somebody wrote.</summary>
    public string Words(string text)
    {
        foreach (var word in hidden)
            text = Regex.Replace(
                text,
                $@"(?<!\w){Regex.Escape(word)}(?!\w)",
                Withheld,
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
            );
        return text;
    }

    private Person? Known(PersonId id) => id == visit.Person.Id ? visit.Person : visit.Facts.Named.FirstOrDefault(p => p.Id == id);

    private static bool Withholds(Visit visit) =>
        visit.Child.WhereaboutsWithheld
        && (visit.Child.Responsible.Any(r => r.Person == visit.Person.Id) || visit.Person.Has(Role.ParentOrCarer));

    private static string[] Hidden(Visit visit) =>
        [
            .. new[] { visit.Plan.Place.Name, visit.Home.Name, visit.Plan.Place.Area ?? "" }
                .Concat(visit.Facts.Named.Append(visit.Facts.Worker).SelectMany(p => Surnames(p.Name)))
                .Select(word => word.Trim())
                .Where(word => word.Length > 1)
                .OrderByDescending(word => word.Length),
        ];

    private static string First(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? first : name;

    private static IEnumerable<string> Surnames(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1);
}
