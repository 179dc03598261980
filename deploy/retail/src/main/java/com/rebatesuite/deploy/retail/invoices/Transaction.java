package com.rebatesuite.deploy.retail.invoices;

import java.time.Instant;

/** Something to send: an order or a return. */
public sealed interface Transaction permits Order, Return {

    /** The partner's external number. */
    String number();

    /** Whose it is. */
    String customer();

    /** When it happened, UTC. */
    Instant at();

    /** Where it stands among all rows by time. */
    int position();

    /** How many lines it has. */
    int lineCount();

    /** The user id the suite knows the customer by. */
    default String userId() {
        return "retail-" + customer();
    }
}
