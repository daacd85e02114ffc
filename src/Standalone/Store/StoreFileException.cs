namespace OneToOne.Standalone.Store;

/// <summary>The store's file cannot be used as it is: in use, too new, not ours. The message is for whoever starts the program.</summary>
internal sealed class StoreFileException(string message, Exception? cause = null) : IOException(message, cause);
