using Microsoft.DurableTask;
using Moq;
using OneToOne.Functions.DueWork;

namespace OneToOne.Functions.Tests.DueWork;

public sealed class DueRecordOrchestrationTests
{
    private static readonly DueRecord Change = new("sealed");

    private readonly Mock<TaskOrchestrationContext> context = new();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task It_works_off_one_page_after_another_until_none_is_left(int pages)
    {
        Pages(pages);

        await DueRecordOrchestration.RunAsync(context.Object, Change);

        Asked(Times.Exactly(pages));
        context.Verify(c => c.ContinueAsNew(It.IsAny<object?>(), It.IsAny<bool>()), Times.Never);
    }

    [Fact]
    public async Task After_a_hundred_pages_it_goes_on_in_a_new_history()
    {
        Pages(1000);

        await DueRecordOrchestration.RunAsync(context.Object, Change);

        Asked(Times.Exactly(100));
        context.Verify(c => c.ContinueAsNew(Change, true), Times.Once);
    }

    private void Pages(int pages) =>
        context
            .Setup(c =>
                c.CallActivityAsync<bool>(new TaskName(nameof(DueRecordActivity.WorkOffDueRecord)), Change, Retries.WhileTheStoreIsOut)
            )
            .ReturnsAsync(() => --pages > 0);

    private void Asked(Times times) =>
        context.Verify(
            c => c.CallActivityAsync<bool>(new TaskName(nameof(DueRecordActivity.WorkOffDueRecord)), Change, Retries.WhileTheStoreIsOut),
            times
        );
}
