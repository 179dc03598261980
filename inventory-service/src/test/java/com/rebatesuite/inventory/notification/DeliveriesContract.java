package com.rebatesuite.inventory.notification;

import static com.rebatesuite.inventory.notification.NoticeFixture.ALERT;
import static com.rebatesuite.inventory.notification.NoticeFixture.NOW;
import static com.rebatesuite.inventory.notification.NoticeFixture.change;
import static com.rebatesuite.inventory.notification.NoticeFixture.low;
import static com.rebatesuite.inventory.notification.NoticeFixture.mail;
import static com.rebatesuite.inventory.notification.NoticeFixture.properties;
import static com.rebatesuite.inventory.notification.NoticeFixture.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.alert.AlertChange;
import com.rebatesuite.inventory.alert.AlertChange.Occasion;
import com.rebatesuite.inventory.alert.AlertState;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.platform.event.EventIds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How people are told, whatever happens in between. */
public abstract class DeliveriesContract {

    private final EventIds ids = EventIds.timeOrdered();
    private final Carried webhooks = new Carried(ChannelType.WEBHOOK);
    private final Carried mails = new Carried(ChannelType.MAIL);

    /** Deliveries of the alert of the fixture, of which there are none yet. */
    protected abstract Deliveries deliveries(NotificationProperties properties);

    protected abstract Channels channels();

    /** Forgets everything. */
    protected abstract void empty();

    @BeforeEach
    void empties() {
        empty();
    }

    @Test
    void tellsThoseWhoWantToHearOfIt() {
        var deliveries = deliveries(properties(10, 50, true));
        var hook = open(webhook(ids.next(), "https://shop.example/hook"));
        var post = open(mail(ids.next(), "olga@shop.example"));
        open(new Channel(ids.next(), ChannelType.MAIL, "toys", List.of("low"), "toys@shop.example", null, "olga", NOW));

        tell(deliveries, low());
        tell(deliveries, change(Occasion.CHANGED, Supply.OUT, AlertState.OPEN));
        tell(deliveries, change(Occasion.CHANGED, Supply.LOW, AlertState.ACKNOWLEDGED));
        tell(deliveries, change(Occasion.ACKNOWLEDGED, Supply.OUT, AlertState.ACKNOWLEDGED));
        tell(deliveries, change(Occasion.CLEARED, Supply.OUT, AlertState.CLEARED));
        tell(deliveries, change(Occasion.REMINDED, Supply.LOW, AlertState.OPEN));

        assertThat(deliveries.ofAlert(ALERT))
                .extracting(delivery ->
                        delivery.channelId() + " " + delivery.notice().told())
                .containsExactly(
                        hook + " low", post + " low", hook + " out", hook + " recovered", hook + " low", post + " low");
    }

    @Test
    void sendsOnceWhatHasArrived() {
        var deliveries = deliveries(properties(10, 50, true));
        open(webhook(ids.next(), "https://shop.example/hook"));
        tell(deliveries, low());

        sendAll(deliveries, NOW);
        sendAll(deliveries, NOW.plusSeconds(3600));

        assertThat(webhooks.carried).hasSize(1);
        assertThat(only(deliveries).status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(only(deliveries).id()).isEqualTo(webhooks.carried.getFirst().id());
        assertThat(deliveries.backlog()).isEqualTo(new Deliveries.Backlog(0, 0, 0, null));
    }

    /** Killed between the sending and the writing down: sent again, and known by its id. */
    @Test
    void sendsAgainWithTheSameIdWhatNobodyKnowsToHaveArrived() {
        var deliveries = deliveries(properties(10, 50, true));
        open(webhook(ids.next(), "https://shop.example/hook"));
        tell(deliveries, low());
        var killed = deliveries.take(NOW).orElseThrow();
        webhooks.carry(killed);

        assertThat(deliveries.take(NOW.plusSeconds(59))).isEmpty();
        var again = deliveries.take(NOW.plusSeconds(60)).orElseThrow();
        assertThat(again.id()).isEqualTo(killed.id());
        assertThat(again.notices()).isEqualTo(killed.notices());
        assertThat(again.attempt()).isEqualTo(2);

        deliveries.givenUp(killed, "back from the dead", DeliveryStatus.FAILED);
        assertThat(only(deliveries).status()).isEqualTo(DeliveryStatus.PENDING);
        deliveries.sent(again, NOW);
        assertThat(only(deliveries).status()).isEqualTo(DeliveryStatus.SENT);
    }

    @Test
    void triesAgainLaterAndLaterUntilItGivesUp() {
        var deliveries = deliveries(properties(10, 50, true));
        open(webhook(ids.next(), "https://shop.example/hook"));
        tell(deliveries, low());
        webhooks.failure = NotCarried.thisTime("answered 500", null);

        sendAll(deliveries, NOW);
        assertThat(only(deliveries).lastError()).isEqualTo("answered 500");
        assertThat(only(deliveries).dueAt()).isBetween(NOW.plusMillis(2_500), NOW.plusSeconds(5));
        sendAll(deliveries, NOW.plusSeconds(5));
        assertThat(only(deliveries).dueAt()).isBetween(NOW.plusSeconds(10), NOW.plusSeconds(15));
        sendAll(deliveries, NOW.plusSeconds(15));
        assertThat(only(deliveries).status()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(only(deliveries).attempts()).isEqualTo(3);
        assertThat(deliveries.backlog()).isEqualTo(new Deliveries.Backlog(0, 1, 0, null));

        webhooks.failure = null;
        assertThat(deliveries.retry(ALERT, only(deliveries).id(), NOW)).isPresent();
        sendAll(deliveries, NOW.plusSeconds(60));
        assertThat(only(deliveries).status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(webhooks.tried)
                .extracting(Message::id)
                .containsOnly(only(deliveries).id());
        assertThat(deliveries.retry(ALERT, only(deliveries).id(), NOW).map(Delivery::status))
                .contains(DeliveryStatus.SENT);
        assertThat(deliveries.retry(ALERT, ids.next(), NOW)).isEmpty();
    }

    @Test
    void showsWhatCannotBeDeliveredAsThingsAreSetUp() {
        var deliveries = deliveries(properties(10, 50, true));
        open(mail(ids.next(), "olga@shop.example"));
        tell(deliveries, low());
        mails.failure = NotCarried.asSetUp("no mail server is set up");

        sendAll(deliveries, NOW);

        assertThat(only(deliveries).status()).isEqualTo(DeliveryStatus.UNDELIVERABLE);
        assertThat(deliveries.page(DeliveryStatus.UNDELIVERABLE, null, 9)).hasSize(1);
        mails.failure = null;
        deliveries.retry(ALERT, only(deliveries).id(), NOW);
        sendAll(deliveries, NOW);
        assertThat(only(deliveries).status()).isEqualTo(DeliveryStatus.SENT);
    }

    @Test
    void delaysWhatIsTooMuchForAMinuteAndLosesNothing() {
        var deliveries = deliveries(properties(10, 50, true));
        open(webhook(ids.next(), "https://shop.example/hook"));
        for (int i = 0; i < 25; i++) {
            tell(deliveries, low());
        }

        sendAll(deliveries, NOW);
        assertThat(webhooks.carried).hasSize(10);
        sendAll(deliveries, NOW.plusSeconds(59));
        assertThat(webhooks.carried).hasSize(10);
        sendAll(deliveries, NOW.plusSeconds(60));
        assertThat(webhooks.carried).hasSize(20);
        sendAll(deliveries, NOW.plusSeconds(120));
        assertThat(webhooks.carried).hasSize(25);
        assertThat(webhooks.carried).extracting(Message::id).doesNotHaveDuplicates();
    }

    @Test
    void writesOneMailOfAllThatWaits() {
        var deliveries = deliveries(properties(2, 10, true));
        open(mail(ids.next(), "olga@shop.example"));
        for (int i = 0; i < 25; i++) {
            tell(deliveries, low());
        }

        sendAll(deliveries, NOW);
        assertThat(mails.carried)
                .extracting(message -> message.notices().size())
                .containsExactly(10, 10);
        sendAll(deliveries, NOW.plusSeconds(60));
        assertThat(mails.carried)
                .extracting(message -> message.notices().size())
                .containsExactly(10, 10, 5);
        assertThat(deliveries.ofAlert(ALERT)).extracting(Delivery::status).containsOnly(DeliveryStatus.SENT);
    }

    @Test
    void aMailThatIsSentAgainSaysTheSameAsTheFirstTime() {
        var deliveries = deliveries(properties(10, 50, true));
        open(mail(ids.next(), "olga@shop.example"));
        tell(deliveries, low());
        tell(deliveries, low());
        var first = deliveries.take(NOW).orElseThrow();
        tell(deliveries, low());

        var next = deliveries.take(NOW.plusSeconds(1)).orElseThrow();
        assertThat(next.notices()).hasSize(1);
        assertThat(next.id()).isNotEqualTo(first.id());
        var again = deliveries.take(NOW.plusSeconds(60)).orElseThrow();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.notices()).isEqualTo(first.notices());
    }

    @Test
    void cancelsWhatARemovedChannelWasStillToBeTold() {
        var deliveries = deliveries(properties(10, 50, true));
        var hook = open(webhook(ids.next(), "https://shop.example/hook"));
        tell(deliveries, low());

        assertThat(channels().remove(hook, NOW)).isTrue();
        assertThat(channels().remove(hook, NOW)).isFalse();
        sendAll(deliveries, NOW);
        tell(deliveries, low());

        assertThat(only(deliveries).status()).isEqualTo(DeliveryStatus.CANCELLED);
        assertThat(webhooks.tried).isEmpty();
        assertThat(channels().page(null, 9)).isEmpty();
    }

    @Test
    void noTwoReplicasSendTheSameAtOnce() throws Exception {
        var deliveries = deliveries(properties(1_000, 50, true));
        for (int i = 0; i < 5; i++) {
            open(webhook(ids.next(), "https://shop.example/" + i));
        }
        for (int i = 0; i < 40; i++) {
            tell(deliveries, low());
        }
        var taken = Collections.synchronizedList(new ArrayList<UUID>());
        Callable<Void> replica = () -> {
            for (int idle = 0; idle < 20; ) {
                var message = deliveries.take(NOW);
                idle = message.isEmpty() ? idle + 1 : 0;
                message.ifPresent(one -> taken.add(one.id()));
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, replica))) {
                done.get();
            }
        }

        assertThat(taken).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void rotatesASecretWithoutBreakingTheReceiver() {
        var opener = new OpenChannel(
                channels(), List.of(webhooks, mails), properties(10, 50, true), ids, Clock.fixed(NOW, ZoneOffset.UTC));
        var opened = opener.open(ChannelType.WEBHOOK, "*", List.of("low"), "https://shop.example", "olga");
        var rotated = opener.rotate(opened.id()).orElseThrow();

        var secrets = Optional.ofNullable(channels().page(null, 9).getFirst().secrets())
                .orElseThrow();
        assertThat(secrets.validAt(NOW)).containsExactly(secret(rotated), secret(opened));
        assertThat(secrets.validAt(NOW.plus(Duration.ofHours(24)))).containsExactly(secret(rotated));
        assertThat(secret(opened)).startsWith("whsec_").isNotEqualTo(secret(rotated));
        assertThat(opened.toString()).doesNotContain(secret(opened));
        assertThat(opener.rotate(ids.next())).isEmpty();
    }

    private static String secret(Channel channel) {
        return Optional.ofNullable(channel.secrets()).orElseThrow().current();
    }

    private UUID open(Channel channel) {
        channels().write(channel);
        return channel.id();
    }

    private void tell(Deliveries deliveries, AlertChange change) {
        new QueueDeliveries(channels(), deliveries, ids, Clock.fixed(NOW, ZoneOffset.UTC)).announce(List.of(change));
    }

    private void sendAll(Deliveries deliveries, Instant at) {
        var clock = Clock.fixed(at, ZoneOffset.UTC);
        var sender = new SendDeliveries(
                deliveries,
                List.of(webhooks, mails),
                properties(10, 50, true),
                new NotificationMeters(deliveries, new SimpleMeterRegistry(), clock),
                clock);
        for (var message = deliveries.take(at); message.isPresent(); message = deliveries.take(at)) {
            sender.send(message.orElseThrow());
        }
        sender.destroy();
    }

    private static Delivery only(Deliveries deliveries) {
        assertThat(deliveries.ofAlert(ALERT)).hasSize(1);
        return deliveries.ofAlert(ALERT).getFirst();
    }

    /** Carries everything, unless it is told to fail. */
    private static final class Carried implements Carrier {

        private final ChannelType type;
        private final List<Message> carried = new ArrayList<>();
        private final List<Message> tried = new ArrayList<>();
        private @Nullable NotCarried failure;

        Carried(ChannelType type) {
            this.type = type;
        }

        @Override
        public ChannelType type() {
            return type;
        }

        @Override
        public Optional<Objection> objection(String address) {
            return Optional.empty();
        }

        @Override
        public void carry(Message message) {
            tried.add(message);
            if (failure != null) {
                throw failure;
            }
            carried.add(message);
        }
    }
}
