using OneToOne.Service.Store;
using OneToOne.Service.Tests.Store.Contract;

namespace OneToOne.Standalone.Tests.Store;

[Trait("Store", "Own")]
public sealed class SqliteDocumentTests : DocumentContract, IDisposable
{
    private readonly TemporaryStore temporary = new(Schema);

    protected override IDocumentStore Store => temporary.Store;

    public void Dispose() => temporary.Dispose();
}

[Trait("Store", "Own")]
public sealed class SqliteCommitTests : CommitContract, IDisposable
{
    private readonly TemporaryStore temporary = new(Schema);

    protected override IDocumentStore Store => temporary.Store;

    public void Dispose() => temporary.Dispose();
}

[Trait("Store", "Own")]
public sealed class SqliteQueryTests : QueryContract, IDisposable
{
    private readonly TemporaryStore temporary = new(Schema);

    protected override IDocumentStore Store => temporary.Store;

    public void Dispose() => temporary.Dispose();
}
