package com.rebatesuite.inventory.replenishment;

import java.util.List;

/** Tells the rest of the suite, and suppliers, how a replenishment goes on: in the transaction that writes it. */
public interface Announcements {

    /** They have come to the status they are in. */
    void announce(List<Replenishment> replenishments);

    /** Goods have come for it. */
    void announce(Replenishment replenishment, Receipt receipt);
}
