using OneToOne.Domain;
using OneToOne.Service.Records;
using OneToOne.Service.Retention;
using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Retention;

public sealed class ChildsKindsTests
{
    [Fact]
    public void Every_kind_of_record_stands_in_one_list_what_is_new_must_be_put_into_one()
    {
        DocumentType[] listed = [.. ChildsKinds.AboutAChild, .. ChildsKinds.NamingChildren, .. ChildsKinds.AboutNoChild];

        Assert.Equal(DocumentTypes.Records.Select(t => t.Name).Order(), listed.Select(t => t.Name).Order());
    }

    [Fact]
    public void A_kind_whose_state_names_a_child_does_not_stand_with_those_about_no_child()
    {
        foreach (var kind in RecordKinds.All)
        {
            var names = Reaches(StateOf(kind), []);
            Assert.True(names != ChildsKinds.AboutNoChild.Contains(kind.Type), $"{kind.Type.Name}: it names a child: {names}.");
        }
    }

    private static Type StateOf(IReplay kind)
    {
        for (var type = kind.GetType(); ; type = type.BaseType!)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(RecordKind<,>))
                return type.GetGenericArguments()[0];
    }

    private static bool Reaches(Type type, HashSet<Type> seen) =>
        type == typeof(ChildId)
        || (
            seen.Add(type)
            && type.GetGenericArguments()
                .Concat(
                    type.Namespace!.StartsWith(nameof(OneToOne), StringComparison.Ordinal)
                        ? type.GetProperties().Select(p => p.PropertyType)
                        : []
                )
                .Concat(type.GetNestedTypes().Where(nested => nested.BaseType == type))
                .Any(next => Reaches(next, seen))
        );
}
