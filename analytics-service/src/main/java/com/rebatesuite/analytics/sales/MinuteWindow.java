package com.rebatesuite.analytics.sales;

/** One window as it stands: its totals, how often it was published, and whether it was already called final. */
public record MinuteWindow(Totals totals, long revision, boolean isFinal) {

    /** A window nothing was counted in yet; {@code isFinal} when its minute has already been called final without it. */
    public static MinuteWindow opened(boolean isFinal) {
        return new MinuteWindow(Totals.NONE, 0, isFinal);
    }

    /** The window with one more sale in it. */
    public MinuteWindow plus(Sale sale) {
        return new MinuteWindow(totals.plus(sale.delta()), revision, isFinal);
    }

    /** What publishing it now would say: a final window can only be corrected, one that is due becomes final. */
    public SalesMinute publish(MinuteKey key, boolean due) {
        return new SalesMinute(key, status(due), revision + 1, totals);
    }

    private SalesMinute.Status status(boolean due) {
        if (isFinal) {
            return SalesMinute.Status.CORRECTED;
        }
        return due ? SalesMinute.Status.FINAL : SalesMinute.Status.UPDATED;
    }

    /** The window after {@code published} has been sent. */
    public MinuteWindow after(SalesMinute published) {
        return new MinuteWindow(totals, published.revision(), published.status() != SalesMinute.Status.UPDATED);
    }
}
