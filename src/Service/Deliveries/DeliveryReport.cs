namespace OneToOne.Service.Deliveries;

/// <summary>What a carrier says, later, of a mail that it had accepted.</summary>
public abstract record DeliveryReport
{
    private DeliveryReport() { }

    /// <summary>The recipient's own server has it.</summary>
    public sealed record Delivered : DeliveryReport;

    /// <summary>It did not arrive and will not: a dead letter.</summary>
    /// <param name="Reason">Why, in a few words that can be kept and logged: never an address or what a server said.</param>
    public sealed record NotDelivered(string Reason) : DeliveryReport;
}
