using OneToOne.Domain.Messages;
using OneToOne.Service.Deliveries;

namespace OneToOne.Service.Letters;

/// <summary>The words of letters about changes of the registers. They say neither whose entry it is nor what it says.</summary>
internal static class RegisterWords
{
    /// <summary>The words of a letter.</summary>
    public static LetterWords Of(Letter letter) =>
        letter.Kind switch
        {
            MessageKind.AddressChanged => new(
                "Where we reach you was changed",
                [
                    $"An address at which we reach you was changed{On(letter)}. This mail goes to the one that we had before.",
                    "If you did not ask for this, or know nothing of it, call the home's manager on the number that you know. Do not answer this mail.",
                ],
                null
            ),
            MessageKind.OthersAddressChanged => new(
                "Please look: an address in the register was changed",
                [
                    $"Where somebody is reached for whom your home answers was changed{On(letter)}: staff, family or placing authority.",
                    "Sign in and take the report for inspection of your home: under what was changed in the registers it says whose it was, who changed it and when. Ask that person, in another way than by mail, whether they asked for it.",
                ],
                null,
                "What they are asked and told goes to whoever reads mail at the new address."
            ),
            MessageKind.AskedChanged => new(
                "Please look: who is asked about a child was changed",
                [
                    "Of a child of your home, a parent or carer is not asked any more, or a placing authority has been added.",
                    "Sign in and look at the children of your home: the history of the child's entry says who changed it and when. See that it is right.",
                ],
                null,
                "Whoever is asked can approve one-to-one time with the child."
            ),
            _ => new(
                "Please look: what protected a child was lifted",
                [
                    "Two managers have lifted a bar of a child of your home, or no longer withhold where the child is.",
                    "Sign in and look at the children of your home: the history of the child's entry says who did so, when and why.",
                ],
                null,
                "It stays lifted. One manager alone can protect the child again, at once."
            ),
        };

    private static string On(Letter letter) => letter.At is { } at ? $" on {HomeTime.Moment(at, letter.TimeZone)}" : "";
}
