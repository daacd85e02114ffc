using Microsoft.DurableTask;
using OneToOne.Service.Store;

namespace OneToOne.Functions.DueWork;

/// <summary>What is tried again: only what the store's absence has failed. Anything else is a bug, and fails at once.</summary>
internal static class Retries
{
    /// <summary>After 1 s, 2 s, 4 s … a minute, for about a quarter of an hour; then it has failed.</summary>
    public static TaskOptions WhileTheStoreIsOut { get; } =
        TaskOptions.FromRetryPolicy(
            new(maxNumberOfAttempts: 20, TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(1))
            {
                HandleFailure = IsTheStore,
            }
        );

    private static bool IsTheStore(TaskFailureDetails failure) =>
        failure.IsCausedBy<StoreUnavailableException>() || (failure.InnerFailure is { } inner && IsTheStore(inner));
}
