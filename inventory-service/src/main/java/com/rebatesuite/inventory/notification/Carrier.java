package com.rebatesuite.inventory.notification;

import java.util.Optional;

/** Brings messages to channels of one type. */
public interface Carrier {

    /** Which channels. */
    ChannelType type();

    /** Why nothing could ever be brought to this address; empty when nothing speaks against it. */
    Optional<Objection> objection(String address);

    /**
     * Brings the message, within {@link NotificationProperties#LONGEST_SEND}.
     *
     * @throws NotCarried if it has not arrived, or nobody knows
     */
    void carry(Message message);

    /** What is wrong with an address, or with the set-up when {@code ours}. */
    record Objection(boolean ours, String code, String detail) {}
}
