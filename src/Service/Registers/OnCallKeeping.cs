using System.Text.Json;
using OneToOne.Domain.Guidance;
using OneToOne.Domain.Homes;
using OneToOne.Domain.People;
using OneToOne.Service.Json;

namespace OneToOne.Service.Registers;

/// <summary>Who may change which level of an on-call list: nobody one above their own.</summary>
internal static class OnCallKeeping
{
    private static readonly Finding Above = new(
        "who",
        DutyKind.Hard,
        "The level of the service managers is kept by a service manager or an administrator.",
        "Leave that level as it is, or ask one of them.",
        "onCall.levels"
    );

    public static Finding? Refuse(Home home, Home? before, RegistrarScope scope) =>
        scope.Everywhere || scope.AsServiceManager || !Differs(Role.ServiceManager, before, home) ? null : Above;

    public static bool Differs(Role level, Home? before, Home after) => Text(level, after) != Text(level, before);

    // Lists of a record are compared by what they say.
    private static string Text(Role role, Home? home) =>
        JsonSerializer.Serialize(home?.OnCall.Levels.Where(level => level.Role == role), WireFormat.Options);
}
