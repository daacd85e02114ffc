// Most of these tests wait for timers, so more of them run at once than there are processors.
[assembly: CollectionBehavior(MaxParallelThreads = 12)]
