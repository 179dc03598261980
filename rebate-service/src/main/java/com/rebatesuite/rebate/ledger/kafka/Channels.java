package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.ledger.Channel;

/** Reads the channel of an order. */
final class Channels {

    private Channels() {}

    static Channel of(String channel) {
        return switch (channel) {
            case "shop" -> Channel.SHOP;
            case "partner" -> Channel.PARTNER;
            default -> throw new IllegalArgumentException("channel: " + channel + " (expected: shop or partner)");
        };
    }
}
