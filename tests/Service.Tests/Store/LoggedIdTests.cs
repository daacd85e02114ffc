using OneToOne.Service.Store;

namespace OneToOne.Service.Tests.Store;

public sealed class LoggedIdTests
{
    [Fact]
    public void An_assessment_is_logged_by_its_kind_since_its_id_names_a_child_and_a_worker() =>
        Assert.Equal("pair", new DocumentKey("assessment.pair.cleo~wendy", DocumentTypes.Assessment, "pair.cleo~wendy").LoggedId);

    [Fact]
    public void Any_other_record_is_logged_by_its_id() =>
        Assert.Equal("a-1", new DocumentKey("arrangement.a-1", DocumentTypes.Arrangement, "a-1").LoggedId);
}
