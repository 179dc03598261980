package com.rebatesuite.analytics.sales;

import org.springframework.dao.DataAccessResourceFailureException;

/** The minutes cannot be read or written at the moment; later they can. */
public class SalesUnavailable extends DataAccessResourceFailureException {

    public SalesUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
