package com.rebatesuite.rebate.view;

import com.rebatesuite.rebate.store.StoreUnavailable;
import java.time.Instant;
import java.util.List;

/** The generations of the views as all replicas know them. All of it fails with {@link StoreUnavailable}. */
public interface Generations {

    /** All that ever were, oldest first. */
    List<Generation> all();

    /** Makes room for another one and says that it is building. */
    void open(int number, String by, Instant at);

    /** Says that this is the one to be served from now on. */
    void serve(int number, Instant at);

    /** Gives up what a generation holds and says so. */
    void drop(int number);

    /** From now on this replica answers from this one. */
    void use(int number);

    /** Writes into a generation; see {@link Views#write}. */
    void write(int number, List<Recorded> decisions);
}
