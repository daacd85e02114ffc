using OneToOne.Service.Store;

namespace OneToOne.Standalone.Store;

/// <summary>Does one commit inside the writer's transaction: all of it, or, rolled back to its savepoint, nothing.</summary>
internal sealed class CommitApplier(Database database, SqliteSchema schema)
{
    public CommitResult Apply(Commit commit)
    {
        database.Statement(Sql.Savepoint).Run();
        try
        {
            for (var i = 0; i < commit.Operations.Length; i++)
            {
                if (Do(commit.Operations[i], commit))
                    continue;
                RollBack();
                return IsDone(commit) ? CommitResult.AlreadyCommitted.Instance : new CommitResult.Conflict(i);
            }
            database.Statement(Sql.Release).Run();
        }
        catch when (database.InTransaction)
        {
            RollBack();
            throw;
        }
        return CommitResult.Committed.Instance;
    }

    private void RollBack()
    {
        database.Statement(Sql.RollbackToSavepoint).Run();
        database.Statement(Sql.Release).Run();
    }

    private bool Do(Operation operation, Commit commit) =>
        operation switch
        {
            Operation.Create create => Insert(create.Document, commit),
            Operation.Replace replace => Replace(replace.Document, commit, replace.IfMatch),
            Operation.Delete delete => Delete(delete, commit),
            _ => throw new InvalidOperationException("The union is closed."),
        };

    private bool Insert(Document document, Commit commit)
    {
        var table = schema[document.Type];
        var insert = database.Statement(table.Insert);
        insert.Bind(1, commit.Partition);
        insert.Bind(2, document.Id);
        BindContent(insert, document, commit, Table.AllFields);
        insert.Run();
        return database.Changed;
    }

    private bool Replace(Document document, Commit commit, string ifMatch)
    {
        if (Find(document.Type, document.Id, commit, ifMatch, document) is not var (row, changed))
            return false;
        var update = database.Statement(schema[document.Type].Update(changed));
        update.Bind(1, row);
        BindContent(update, document, commit, changed);
        update.Run();
        return true;
    }

    private bool Delete(Operation.Delete delete, Commit commit)
    {
        if (Find(delete.Type, delete.Id, commit, delete.IfMatch, null) is not var (row, _))
            return false;
        var statement = database.Statement(schema[delete.Type].Delete);
        statement.Bind(1, row);
        statement.Run();
        return true;
    }

    /// <summary>
    /// The row to change, and which fields the next version changes. None when there is no row, or when it is of another version than
    /// <paramref name="ifMatch"/>.
    /// </summary>
    private (long Row, uint Changed)? Find(DocumentType type, string id, Commit commit, string? ifMatch, Document? next)
    {
        var find = database.Statement(schema[type].Find);
        find.Bind(1, commit.Partition);
        find.Bind(2, id);
        try
        {
            if (!find.Step() || ifMatch is not null && !find.Holds(1, ifMatch))
                return null;
            var changed = 0u;
            for (var i = 0; next is not null && i < type.Fields.Length; i++)
                if (!find.Holds(i + 2, next.Value(type.Fields[i])))
                    changed |= 1u << i;
            return (find.Number(0), changed);
        }
        finally
        {
            find.Reset();
        }
    }

    private static void BindContent(Statement statement, Document document, Commit commit, uint fields)
    {
        statement.Bind(3, commit.CommandId);
        statement.Bind(4, document.Json.Span);
        for (var i = 0; i < document.Type.Fields.Length; i++)
            if ((fields >> i & 1) != 0)
                statement.Bind(i + 5, document.Value(document.Type.Fields[i]));
    }

    /// <summary>Whether a document that the commit would write carries its command id.</summary>
    private bool IsDone(Commit commit)
    {
        foreach (var operation in commit.Operations)
        {
            if (operation.Written is null)
                continue;
            var read = database.Statement(schema[operation.Type].ReadETag);
            read.Bind(1, commit.Partition);
            read.Bind(2, operation.Id);
            try
            {
                if (read.Step() && read.Holds(0, commit.CommandId))
                    return true;
            }
            finally
            {
                read.Reset();
            }
        }
        return false;
    }
}
