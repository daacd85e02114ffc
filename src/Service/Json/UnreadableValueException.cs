using System.Text.Json;

namespace OneToOne.Service.Json;

/// <summary>A value that is refused by one of our own rules; its message is written for the client.</summary>
internal sealed class UnreadableValueException(string message) : JsonException(message);
