package com.rebatesuite.inventory.commit;

/** More is asked than can be decided in time; nothing was done. */
public final class QueueFull extends RuntimeException {

    private static final long serialVersionUID = 1;

    public QueueFull(int capacity) {
        super("waiting commands: " + capacity + " (expected: fewer)");
    }
}
