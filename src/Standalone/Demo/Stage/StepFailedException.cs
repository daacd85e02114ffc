namespace OneToOne.Standalone.Demo.Stage;

/// <summary>Something did not go as the file says; the message says what.</summary>
internal class StepFailedException(string message) : Exception(message);

/// <summary>A page did not do what was asked.</summary>
/// <param name="status">Its status.</param>
/// <param name="said">What it says.</param>
internal sealed class PageRefusedException(int status, string said) : StepFailedException($"the page answers {status}: {said}")
{
    /// <summary>Its status.</summary>
    public int Status => status;

    /// <summary>What it says.</summary>
    public string Said => said;
}
