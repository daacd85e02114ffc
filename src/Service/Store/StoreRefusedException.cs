namespace OneToOne.Service.Store;

/// <summary>
/// The engine answered, and refused what the product itself asked for: a right, a container or an index is missing, or there is a fault in the code.
/// Asking again does not help, and nothing was done.
/// </summary>
/// <param name="message">What it answered, without any content of documents.</param>
/// <param name="cause">The engine's own exception.</param>
public sealed class StoreRefusedException(string message, Exception? cause = null) : Exception(message, cause);
