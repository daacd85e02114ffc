namespace OneToOne.Domain.Fairness;

/// <summary>Something to look at. It says nothing of why.</summary>
public enum FairnessPattern
{
    /// <summary>Much more time than is allocated.</summary>
    AboveAllocation,

    /// <summary>Repeatedly in secluded places.</summary>
    SecludedPlaces,

    /// <summary>Repeatedly longer than planned.</summary>
    Overruns,

    /// <summary>Repeatedly with a departure that one and the same person allowed.</summary>
    SameOverrider,

    /// <summary>Repeatedly in late hours.</summary>
    LateHours,

    /// <summary>A child who has little or no time with anybody.</summary>
    LittleTime,
}
