namespace OneToOne.Service.Store;

/// <summary>The engine cannot answer now, and asking again may help: disk full, file damaged, service unreachable. A commit's outcome is then unknown.</summary>
/// <param name="message">What failed, without any content of documents.</param>
/// <param name="cause">The engine's own exception.</param>
public sealed class StoreUnavailableException(string message, Exception? cause = null) : IOException(message, cause);
