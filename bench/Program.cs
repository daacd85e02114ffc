using OneToOne.Bench.Parts;
using OneToOne.Bench.Tools;

// dotnet run -c Release --project bench [part…]
(string Name, Func<Report, Task> Run)[] parts =
[
    ("domain", DomainSteps.RunAsync),
    ("approvals", Approvals.RunAsync),
    ("escalations", Escalations.RunAsync),
    ("start", StartUp.RunAsync),
    ("million", Million.RunAsync),
];
if (args.Except(parts.Select(part => part.Name)).ToList() is { Count: > 0 } unknown)
{
    Console.Error.WriteLine($"There is no part '{unknown[0]}', only {string.Join(", ", parts.Select(part => part.Name))}.");
    return 2;
}

var report = new Report(Console.Out);
report.Machine();
foreach (var (name, run) in parts.Where(part => args.Length == 0 || args.Contains(part.Name)))
{
    report.Part(name);
    await run(report);
}
report.Summary();
return 0;
