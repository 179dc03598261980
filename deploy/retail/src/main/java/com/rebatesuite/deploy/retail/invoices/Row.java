package com.rebatesuite.deploy.retail.invoices;

import java.math.BigDecimal;
import java.time.Instant;

/** One row of the file, sorted out. */
public sealed interface Row {

    /** When it happened, UTC; a row without a readable date has the date of the row before it. */
    Instant at();

    /** Units of one product sold to a known customer at a price above zero. */
    record Sale(
            String invoice, String customer, Instant at, String sku, String title, int quantity, BigDecimal unitPrice)
            implements Row {}

    /** Units of one product that a known customer brought back; it does not say from which purchase. */
    record Credit(String invoice, String customer, Instant at, String sku, int units) implements Row {}

    /** A row that is not sent; units and value (quantity × price) are zero where they could not be read. */
    record Unusable(Reason reason, Instant at, long units, BigDecimal value) implements Row {}
}
