package com.rebatesuite.rebate.quote;

/** The catalogue cannot be asked now; the same question may be answered later. */
public class CatalogueUnavailable extends RuntimeException {

    public CatalogueUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
