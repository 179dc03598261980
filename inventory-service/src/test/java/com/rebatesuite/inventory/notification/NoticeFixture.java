package com.rebatesuite.inventory.notification;

import com.rebatesuite.inventory.alert.Alert;
import com.rebatesuite.inventory.alert.AlertChange;
import com.rebatesuite.inventory.alert.AlertChange.Occasion;
import com.rebatesuite.inventory.alert.AlertState;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.platform.telemetry.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Things worth telling, and people to tell them to. */
public final class NoticeFixture {

    public static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");
    public static final UUID ALERT = UUID.fromString("019b76da-a800-7000-8000-000000000005");
    public static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    public static final String OLD_SECRET = "whsec_b2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2w=";

    private NoticeFixture() {}

    /** The settings as they come. */
    public static NotificationProperties properties(int perMinute, int digest, boolean allowPrivateTargets) {
        return new NotificationProperties(
                allowPrivateTargets,
                "stock@shop.example",
                perMinute,
                digest,
                3,
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Duration.ofSeconds(60),
                8,
                Duration.ofHours(24));
    }

    /** Tea is low, and nobody has acknowledged it. */
    public static AlertChange low() {
        return change(Occasion.RAISED, Supply.LOW, AlertState.OPEN);
    }

    /** Something has become of the alert about tea. */
    public static AlertChange change(Occasion occasion, Supply kind, AlertState state) {
        var cleared = state == AlertState.CLEARED ? NOW : null;
        var alert = new Alert(
                ALERT,
                LevelKey.main("TEA-100"),
                "groceries",
                kind,
                state,
                8,
                8,
                8,
                new Thresholds(5, 10, 2),
                NOW,
                NOW,
                cleared,
                Instant.parse("2026-01-05T12:15:30Z"),
                null);
        return new AlertChange(alert, occasion, NOW, Trace.NONE);
    }

    /** A webhook that wants to hear of all groceries. */
    public static Channel webhook(UUID id, String url) {
        return webhook(id, url, new Secrets(SECRET, OLD_SECRET, NOW.plusSeconds(60)));
    }

    private static Channel webhook(UUID id, String url, Secrets secrets) {
        return new Channel(
                id, ChannelType.WEBHOOK, "groceries", List.of("low", "out", "recovered"), url, secrets, "olga", NOW);
    }

    /** Somebody who wants to hear by mail of whatever is low. */
    public static Channel mail(UUID id, String address) {
        return new Channel(id, ChannelType.MAIL, Channel.ANY, List.of("low"), address, null, "olga", NOW);
    }

    /** A message of that many notices. */
    public static Message message(UUID id, Channel channel, int notices) {
        return new Message(id, channel, Collections.nCopies(notices, Notice.of(low())), 1);
    }
}
