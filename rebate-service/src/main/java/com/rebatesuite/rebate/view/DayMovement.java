package com.rebatesuite.rebate.view;

/** All that went one way on one day in one currency: how many entries, how many minor units. */
public record DayMovement(String currency, String kind, String from, String to, long minor, long entries) {

    /** That of one entry. */
    public static DayMovement of(EntryView entry) {
        var amount = entry.amount();
        return new DayMovement(amount.currency(), entry.kind(), entry.from(), entry.to(), amount.minor(), 1);
    }

    /** What those have in common that may be added. */
    public String way() {
        return currency + "/" + kind + "/" + from + "/" + to;
    }

    /** Both together, which have the same way. */
    public DayMovement plus(DayMovement other) {
        return new DayMovement(
                currency, kind, from, to, Math.addExact(minor, other.minor), Math.addExact(entries, other.entries));
    }
}
