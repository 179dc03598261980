package com.rebatesuite.inventory.commit;

import java.util.function.Function;

/** Where levels, reservations and the journal are kept. */
public interface Books {

    /**
     * In one transaction: locks and loads what is touched, lets {@code decide} work on it, writes what that returns.
     *
     * @throws BooksConflict if somebody else has just written what this did not see: do all of it again
     * @throws BooksUnavailable if the store is away; it is then unknown whether anything was written
     */
    void book(Touched touched, Function<Loaded, Entries> decide);
}
