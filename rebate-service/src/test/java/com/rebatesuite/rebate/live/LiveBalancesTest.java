package com.rebatesuite.rebate.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.rebate.store.StoreUnavailable;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.InMemoryViews;
import com.rebatesuite.rebate.view.Recorded;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveBalancesTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    private final InMemoryViews views = new InMemoryViews();
    private final LiveBalances live = live(new LiveProperties(2, 3, 2, Duration.ofMillis(50), Duration.ofMillis(20)));

    @AfterEach
    void end() {
        live.endAll();
    }

    @Test
    void showsTheBalanceAtOnceAndAfterEveryChangeButNothingTwice() {
        var watcher = new Watcher();
        live.watch("alice", later(), null, watcher);
        await().until(() -> watcher.versions.size() == 1);

        live.changed(change(1, "GBP", 27));
        await().until(() -> watcher.versions.size() == 2);
        live.changed(change(1, "GBP", 27));
        live.changed(change(2, "GBP", 5));

        await().untilAsserted(() -> assertThat(watcher.versions).containsExactly(0L, 1L, 2L));
        assertThat(watcher.shown.getLast().balances())
                .extracting(BalanceView::currency)
                .containsExactly("GBP");
    }

    @Test
    void tellsWhoComesBackWhatHeMissedEachOnce() {
        views.write(List.of(recorded(1), recorded(2), recorded(3)));
        var watcher = new Watcher();

        live.watch("alice", later(), 2L, watcher);
        live.changed(change(3, "GBP", 3));
        live.changed(change(4, "GBP", 4));

        await().untilAsserted(() -> assertThat(watcher.versions).containsExactly(3L, 4L));
        assertThat(watcher.resets).isEmpty();
    }

    @Test
    void tellsTheChangesBetweenThatTheLogDidNotBringToThisReplica() {
        var watcher = new Watcher();
        live.watch("alice", later(), null, watcher);
        await().until(() -> watcher.versions.size() == 1);

        views.write(List.of(recorded(1)));
        live.changed(change(2, "GBP", 2));

        await().untilAsserted(() -> assertThat(watcher.versions).containsExactly(0L, 1L, 2L));
    }

    @Test
    void resetsWhoMissedMoreThanIsToldAgain() {
        views.write(List.of(recorded(1), recorded(2), recorded(3), recorded(4), recorded(5)));
        var watcher = new Watcher();

        live.watch("alice", later(), 1L, watcher);

        await().untilAsserted(() -> assertThat(watcher.resets).containsExactly(5L));
        assertThat(watcher.versions).isEmpty();
    }

    @Test
    void tellsNothingAgainToWhoIsUpToDate() {
        views.write(List.of(recorded(1), recorded(2)));
        var watcher = new Watcher();

        live.watch("alice", later(), 2L, watcher);

        await().until(() -> watcher.heartbeats.size() >= 3);
        assertThat(watcher.versions).isEmpty();
        assertThat(watcher.resets).isEmpty();
    }

    @Test
    void resetsWhoSaysHeHasSeenWhatNeverWas() {
        views.write(List.of(recorded(1)));
        var watcher = new Watcher();

        live.watch("alice", later(), 900L, watcher);

        await().untilAsserted(() -> assertThat(watcher.resets).containsExactly(1L));
    }

    @Test
    void givesSignsOfLife() {
        var watcher = new Watcher();
        live.watch("alice", later(), null, watcher);

        await().until(() -> watcher.heartbeats.size() >= 2);
    }

    @Test
    void endsTheOldestOfAShopperWhoComesBackTooOften() {
        var watchers = List.of(new Watcher(), new Watcher(), new Watcher());
        watchers.forEach(watcher -> live.watch("alice", later(), null, watcher));

        await().until(() -> watchers.getFirst().ended);
        assertThat(watchers.getFirst().replaced).isTrue();
        assertThat(watchers.getLast().ended).isFalse();
        views.write(List.of(recorded(1)));
        live.changed(change(1, "GBP", 1));
        await().untilAsserted(() -> assertThat(watchers.getLast().versions).contains(1L));
        assertThat(watchers.getFirst().versions).doesNotContain(1L);
    }

    @Test
    void boundsTheStreamsOfAll() {
        for (var user : List.of("alice", "alice", "alice", "bob")) {
            live.watch(user, later(), null, new Watcher());
        }

        assertThatExceptionOfType(TooManyStreams.class)
                .isThrownBy(() -> live.watch("carol", later(), null, new Watcher()));
    }

    @Test
    void dropsASlowWatcherAndMakesRoomForAnother() {
        var slow = new Watcher();
        slow.hold = new CountDownLatch(1);
        live.watch("alice", later(), null, slow);

        for (int version = 1; version <= 5; version++) {
            live.changed(change(version, "GBP", version));
        }

        assertThat(live.watched("alice")).isFalse();
        slow.hold.countDown();
        await().until(() -> slow.ended);
    }

    @Test
    void endsWithTheTokenAndWhenTheWatcherHangsUp() {
        var expired = new Watcher();
        live.watch("alice", Clock.systemUTC().instant().plusMillis(80), null, expired);
        var gone = new Watcher();
        gone.broken = true;
        live.watch("bob", later(), null, gone);

        await().until(() -> expired.ended && gone.ended);
        await().until(() -> !live.watched("alice") && !live.watched("bob"));
    }

    @Test
    void opensNothingWhenTheBalanceCannotBeRead() {
        views.away(true);

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> live.watch("alice", later(), null, new Watcher()));
        assertThat(live.watched("alice")).isFalse();
    }

    private LiveBalances live(LiveProperties properties) {
        return new LiveBalances(views, properties, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    private static Instant later() {
        return Clock.systemUTC().instant().plusSeconds(60);
    }

    private static Recorded recorded(long version) {
        var change = change(version, "GBP", version);
        return new Recorded(
                "alice",
                version,
                NOW,
                new CauseView("/order-service", "event-" + version, "order-paid.v1"),
                List.of(),
                change.balances(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static AccountView change(long version, String currency, long estimated) {
        return new AccountView(
                "alice",
                version,
                NOW,
                List.of(new BalanceView(currency, estimated, 0, 0, 0, 0, 0, estimated, estimated, 0)));
    }

    private static final class Watcher implements Push {

        private final List<AccountView> shown = new CopyOnWriteArrayList<>();
        private final List<Long> versions = new CopyOnWriteArrayList<>();
        private final List<Long> resets = new CopyOnWriteArrayList<>();
        private final List<Long> heartbeats = new CopyOnWriteArrayList<>();
        private volatile boolean ended;
        private volatile boolean replaced;
        private volatile boolean broken;
        private volatile CountDownLatch hold = new CountDownLatch(0);

        @Override
        public void show(AccountView account) throws IOException {
            if (broken) {
                throw new IOException("hung up");
            }
            try {
                hold.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            shown.add(account);
            versions.add(account.version());
        }

        @Override
        public void reset(AccountView account) {
            resets.add(account.version());
        }

        @Override
        public void heartbeat() {
            heartbeats.add(System.nanoTime());
        }

        @Override
        public void replaced() {
            replaced = true;
        }

        @Override
        public void end() {
            ended = true;
        }
    }
}
