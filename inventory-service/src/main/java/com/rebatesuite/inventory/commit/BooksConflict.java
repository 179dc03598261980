package com.rebatesuite.inventory.commit;

import org.jspecify.annotations.Nullable;

/** Somebody else has written at the same time what this transaction did not see; nothing of it is written. */
public final class BooksConflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BooksConflict(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
