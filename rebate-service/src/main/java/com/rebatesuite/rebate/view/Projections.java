package com.rebatesuite.rebate.view;

import java.util.Set;

/** What writes the log into generations of the views; all replicas share the work on each. */
public interface Projections {

    /** Works on exactly these from now on, each from where it was. */
    void run(Set<Integer> generations);

    /** How far a generation is, on all replicas together. */
    Offsets written(int generation);

    /** Where the log ends now. */
    Offsets end();
}
