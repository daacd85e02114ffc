namespace OneToOne.Standalone.Demo.Stage;

/// <summary>Something did not go as the file says; the message says what.</summary>
internal sealed class StepFailedException(string message) : Exception(message);
