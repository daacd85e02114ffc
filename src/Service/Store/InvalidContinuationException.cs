namespace OneToOne.Service.Store;

/// <summary>A continuation that this query did not hand out; it may come from a client.</summary>
public sealed class InvalidContinuationException() : FormatException("The continuation is not one that this query handed out.");
