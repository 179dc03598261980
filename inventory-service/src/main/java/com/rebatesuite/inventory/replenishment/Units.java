package com.rebatesuite.inventory.replenishment;

/**
 * The units of a replenishment.
 *
 * @param proposed what was asked for at first
 * @param wanted what is to come in all
 * @param received what has come and is in the stock
 * @param pending what has come and is being booked
 */
public record Units(long proposed, long wanted, long received, long pending) {

    private static final long MOST = 1_000_000_000_000L;

    public Units {
        if (wanted < 1 || wanted > MOST) {
            throw new IllegalArgumentException("quantity: " + wanted + " (expected: 1.." + MOST + ")");
        }
        if (proposed < 1 || received < 0 || pending < 0) {
            throw new IllegalArgumentException("units: proposed " + proposed + ", received " + received + ", pending "
                    + pending + " (expected: 1 or more, 0 or more, 0 or more)");
        }
    }

    static Units proposed(long quantity) {
        return new Units(quantity, quantity, 0, 0);
    }

    Units wanting(long quantity) {
        return new Units(proposed, quantity, received, pending);
    }

    Units expecting(long quantity) {
        return new Units(proposed, wanted, received, pending + quantity);
    }

    Units receiving(long quantity) {
        return new Units(proposed, wanted, received + quantity, pending - quantity);
    }

    /** Units that may still come, when the supplier may send so much too many. */
    long room(int overReceiptPercent) {
        return wanted + wanted * overReceiptPercent / 100 - received - pending;
    }

    /** Units that are still to come. */
    public long missing() {
        return Math.max(wanted - received, 0);
    }
}
