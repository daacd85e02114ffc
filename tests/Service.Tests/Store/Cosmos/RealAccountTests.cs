using System.Reflection;
using OneToOne.Service.Store;
using OneToOne.Service.Tests.Store.Contract;
using Xunit.Sdk;

namespace OneToOne.Service.Tests.Store.Cosmos;

/// <summary>The same contract on a real account or an emulator: what the account in memory cannot vouch for.</summary>
/// <param name="account">One database for all tests of a run: each keeps to partitions of its own.</param>
public sealed class RealAccountTests(RealAccountTests.Account account) : IClassFixture<RealAccountTests.Account>
{
    /// <summary>Each test of the contracts, with its values.</summary>
    public static TheoryData<string, string, object[]> Contracts
    {
        get
        {
            var all = new TheoryData<string, string, object[]>();
            foreach (var contract in new[] { typeof(OnAccount.Documents), typeof(OnAccount.Commits), typeof(OnAccount.Queries) })
            foreach (var test in contract.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))))
            foreach (var values in Values(test))
                all.Add(contract.Name, test.Name, values);
            return all;
        }
    }

    [RealAccountTheory]
    [MemberData(nameof(Contracts))]
    public async Task The_contract_holds(string contract, string test, object[] values)
    {
        var type = typeof(OnAccount).GetNestedType(contract)!;
        await (Task)type.GetMethod(test)!.Invoke(Activator.CreateInstance(type, account.Cosmos), values)!;
    }

    private static IEnumerable<object[]> Values(MethodInfo test)
    {
        var data = test.GetCustomAttributes<DataAttribute>().ToArray();
        return data.Length is 0
            ?
            [
                [],
            ]
            : data.SelectMany(rows => rows.GetData(test));
    }

    public sealed class Account : IAsyncLifetime
    {
        private CosmosStore? cosmos;

        internal CosmosStore Cosmos => cosmos ??= CosmosStore.At(RealAccountTheoryAttribute.Endpoint!, OnAccount.Schema);

        public Task InitializeAsync() => Task.CompletedTask;

        public Task DisposeAsync() => cosmos?.DisposeAsync().AsTask() ?? Task.CompletedTask;
    }

    /// <summary>The contracts on an account; nested, so that they are run from here alone.</summary>
    private abstract class OnAccount : StoreContract
    {
        public static new StoreSchema Schema => StoreContract.Schema;

        public sealed class Documents(CosmosStore cosmos) : DocumentContract
        {
            protected override IDocumentStore Store => cosmos.Store;
        }

        public sealed class Commits(CosmosStore cosmos) : CommitContract
        {
            protected override IDocumentStore Store => cosmos.Store;
        }

        public sealed class Queries(CosmosStore cosmos) : QueryContract
        {
            protected override IDocumentStore Store => cosmos.Store;
        }
    }
}
