package com.rebatesuite.deploy.retail.invoices;

import java.time.Instant;
import java.util.List;

/**
 * A row of a credit note and the purchases it was matched with, first in, first out.
 *
 * @param units what the customer brought back
 * @param parts what of it was matched; the rest comes from no purchase in the file
 */
public record Credited(String invoice, Instant at, int position, int units, List<Part> parts) {

    /** Copies the parts. */
    public Credited {
        parts = List.copyOf(parts);
    }

    /** The external number of the return that carries this part: one per credit note and order. */
    String returnNumber(Part part) {
        return invoice + "-" + part.orderNumber();
    }

    /** Some units of one order line, by the order's number. */
    public record Part(String orderNumber, int line, int units) {}
}
