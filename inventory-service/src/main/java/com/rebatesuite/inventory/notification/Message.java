package com.rebatesuite.inventory.notification;

import java.util.List;
import java.util.UUID;

/**
 * What goes out to a channel in one piece. It has the same id whenever it is sent again, by which a receiver knows it.
 *
 * @param notices one for a webhook; for a mail all that were waiting
 * @param attempt the how-manieth time this is, from 1
 */
public record Message(UUID id, Channel channel, List<Notice> notices, int attempt) {

    public Message {
        notices = List.copyOf(notices);
        if (notices.isEmpty() || attempt < 1) {
            throw new IllegalArgumentException("message " + id + ": " + notices.size() + " notices, attempt " + attempt
                    + " (expected: at least one, and the first or a later one)");
        }
    }
}
