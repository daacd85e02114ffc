namespace OneToOne.Standalone.Tests.Readers;

/// <summary>As what somebody reads a page or an answer.</summary>
[Flags]
internal enum Reader
{
    None = 0,

    /// <summary>Whoever holds the address and not the code.</summary>
    Anybody = 1,
    Parent = 2,

    /// <summary>The parent of a child whose whereabouts are withheld.</summary>
    Withheld = 4,
    PlacingAuthority = 8,
    Worker = 16,
    Colleague = 32,

    /// <summary>A manager of the home: senior, homes or service manager.</summary>
    Manager = 64,
    Inspector = 128,

    Staff = Worker | Colleague | Manager,
    Family = Parent | PlacingAuthority,
}
