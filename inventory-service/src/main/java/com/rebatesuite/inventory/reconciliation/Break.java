package com.rebatesuite.inventory.reconciliation;

/** Two sides that do not fit together, with what each of them says. */
public sealed interface Break permits LevelBreak, HoldBreak {

    /** In which way. */
    Kind kind();

    /** What would put it right. */
    Remedy remedy();
}
