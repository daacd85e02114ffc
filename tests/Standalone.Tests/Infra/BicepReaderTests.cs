using OneToOne.Standalone.Tests.Infra.Bicep;

namespace OneToOne.Standalone.Tests.Infra;

[Trait("Store", "Own")]
public sealed class BicepReaderTests
{
    [Theory]
    [InlineData("var a = {")]
    [InlineData("var a = { b: 1 ")]
    [InlineData("var a = [ 1 2 ")]
    [InlineData("var a = 'open\n'")]
    [InlineData("var a = '${b'")]
    [InlineData("var a = (b")]
    [InlineData("var a = b }")]
    [InlineData("var a = b % c")]
    [InlineData("func a() string => 'b'")]
    [InlineData("resource a 'Microsoft.Storage/storageAccounts' = {}")]
    public void Says_so_when_there_is_something_it_does_not_understand(string text) =>
        Assert.Throws<FormatException>(() => new BicepReader("test", text).Statements().ToList());

    [Fact]
    public void Reads_names_where_they_are_used_and_not_where_they_are_made()
    {
        var read = new BicepReader(
            "test",
            """
            // not this
            @description('nor ${this} way')
            param given string = 'it\'s ${deep.member}'
            resource many 'Some.Thing/parts@2026-01-01' = [
              for one in list: {
                key: one.name
                'quoted-${hole}': call(first, second) == third ? fourth : !fifth
              }
            ]
            """
        );

        var statements = read.Statements().ToList();

        Assert.Equal(["this", "deep"], statements[0].Terms.SelectMany(t => t.Names));
        Assert.Equal("it's ${}", Assert.IsType<Term.Text>(Assert.IsType<Statement.Param>(statements[0]).Default).Value);
        Assert.Equal(["list", "hole", "first", "second", "third", "fourth", "fifth"], statements[1].Terms.SelectMany(t => t.Names));
    }
}
