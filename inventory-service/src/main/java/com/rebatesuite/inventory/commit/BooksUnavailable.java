package com.rebatesuite.inventory.commit;

/** The store is away: the same command may be sent again, it has its effect only once. */
public final class BooksUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BooksUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
