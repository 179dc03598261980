package com.rebatesuite.rebate.store;

import org.springframework.dao.DataAccessResourceFailureException;

/** Cassandra cannot be asked now; the same question may be answered later. */
public class StoreUnavailable extends DataAccessResourceFailureException {

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreUnavailable(String message) {
        super(message);
    }
}
