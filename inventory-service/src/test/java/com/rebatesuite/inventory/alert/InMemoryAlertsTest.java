package com.rebatesuite.inventory.alert;

/** The rules of alerts, at the speed of thought. */
class InMemoryAlertsTest extends AlertsContract {

    @Override
    protected Alerts empty() {
        return new InMemoryAlerts();
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
