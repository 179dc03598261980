package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.simulation.Outcome.LeftOut;
import java.util.List;

/** Counts what a trial cannot, or must not, take into account. All of it is told, also what did not occur. */
final class Omissions {

    private long promises;
    private long claimed;
    private long unreadable;

    void of(Fact.Paid order, boolean granted) {
        promises += order.quoted();
        claimed += granted ? 1 : 0;
    }

    void unreadable() {
        unreadable++;
    }

    List<LeftOut> all() {
        return List.of(
                new LeftOut(
                        "quoted-lines",
                        promises,
                        "lines of the period whose quote is not kept in the trial: it was made by the rules as they were"),
                new LeftOut(
                        "claimed-orders",
                        claimed,
                        "orders of the period that are in no figure: an operator granted their rebate on a claim before"),
                new LeftOut(
                        "unreadable-records",
                        unreadable,
                        "records of all times that could not be read; the ledger has put them aside, too"));
    }
}
