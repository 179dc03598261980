package com.rebatesuite.inventory.alert;

import java.util.List;

/** Tells the world what has become of alerts, within the transaction that makes it so. */
public interface AlertAnnouncements {

    /** Writes down what is to be told. */
    void announce(List<AlertChange> changes);
}
