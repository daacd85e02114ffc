using System.CommandLine;
using System.CommandLine.Parsing;
using OneToOne.Domain;
using OneToOne.Domain.People;
using OneToOne.Service.Identity;
using OneToOne.Standalone.Hosting;
using OneToOne.Standalone.Identity;

namespace OneToOne.Standalone.Commands;

/// <summary><c>token</c>: prints a bearer token for a person, from this machine's own key.</summary>
internal static class TokenCommand
{
    private const int MaxHours = 31 * 24;

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var person = new Option<PersonId>("--person")
        {
            Description = "The person's id in the register.",
            HelpName = "id",
            Required = true,
            CustomParser = ReadPerson,
        };
        var roles = new Option<Role[]>("--role")
        {
            Description = $"A role of theirs, one of {string.Join(", ", RoleNames.All)}; repeat it for several.",
            HelpName = "role",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = ReadRoles,
        };
        var hours = new Option<int>("--hours")
        {
            Description = $"How long the token is valid, 1 to {MaxHours}.",
            DefaultValueFactory = _ => 12,
            Validators = { CheckHours },
        };
        var command = new Command("token", "Print a bearer token for a person, when there is no identity provider.")
        {
            data,
            person,
            roles,
            hours,
        };
        command.SetAction(parsed =>
        {
            var settings = ServerSettings.Read(parsed.GetRequiredValue(data), ListenUrls.Default);
            if (settings.HasAuthority)
                throw new SettingException("Identity:Authority", "is set, so only that identity provider issues tokens");

            var validFor = TimeSpan.FromHours(parsed.GetValue(hours));
            var key = LocalKeyFile.Open(settings.Data);
            parsed.InvocationConfiguration.Output.WriteLine(
                key.Issue(parsed.GetValue(person), parsed.GetRequiredValue(roles), TimeProvider.System.GetUtcNow(), validFor)
            );
        });
        Examples.Add(
            command,
            "token --person mia --role worker",
            "token --person hanna --role homesManager --role administrator --hours 1"
        );
        return command;
    }

    private static PersonId ReadPerson(ArgumentResult argument)
    {
        if (!PersonId.TryParse(argument.Tokens[0].Value, out var person))
            argument.AddError("--person: an id has 1 to 64 letters, digits, dots, dashes or underscores.");
        return person;
    }

    private static Role[] ReadRoles(ArgumentResult argument)
    {
        var roles = new List<Role>();
        foreach (var token in argument.Tokens)
        {
            if (RoleNames.TryRead(token.Value, out var role))
                roles.Add(role);
            else
                argument.AddError($"--role: '{token.Value}' is none of {string.Join(", ", RoleNames.All)}.");
        }

        return [.. roles];
    }

    private static void CheckHours(OptionResult option)
    {
        if (option.Tokens is [{ Value: var text }] && !(int.TryParse(text, out var hours) && hours is >= 1 and <= MaxHours))
            option.AddError($"--hours: '{text}' is not between 1 and {MaxHours}.");
    }
}
