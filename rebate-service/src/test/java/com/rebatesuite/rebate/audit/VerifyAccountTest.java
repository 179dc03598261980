package com.rebatesuite.rebate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.EntryView;
import com.rebatesuite.rebate.view.InMemoryViews;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class VerifyAccountTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    private final InMemoryViews views = new InMemoryViews();
    private final VerifyAccount verify = new VerifyAccount(views);

    @Test
    void findsTheRecordingOfTheContractSound() throws IOException {
        var data = Contracts.MAPPER
                .readTree(Files.readString(
                        Path.of(System.getProperty("contracts.home"), "events", "rebate-recorded.v2.example.json")))
                .path("data");
        views.write(List.of(new Recorded(
                data.path("user_id").asString(),
                1,
                Instant.parse(data.path("recorded_at").asString()),
                Contracts.MAPPER.treeToValue(data.path("cause"), CauseView.class),
                Contracts.MAPPER.treeToValue(data.path("entries"), new TypeReference<List<EntryView>>() {}),
                Contracts.MAPPER.treeToValue(data.path("balances"), new TypeReference<List<BalanceView>>() {}),
                null,
                null,
                null,
                null,
                null,
                null)));

        var found = verify.verify("shopper-1");

        assertThat(found.broken()).isNull();
        assertThat(found.sound()).isTrue();
        assertThat(found.entries()).isEqualTo(data.path("entries").size());
    }

    @Test
    void findsNothingWrongWithNobody() {
        assertThat(verify.verify("nobody").sound()).isTrue();
    }

    @Test
    void readsLongAccountsPageByPage() {
        views.write(account(2_345, entry -> entry));

        assertThat(verify.verify("alice").entries()).isEqualTo(2_345);
        assertThat(verify.verify("alice").sound()).isTrue();
    }

    @Test
    void namesTheFirstEntryWhoseAmountWasChanged() {
        views.write(account(9, entry -> entry.sequence() >= 5 ? changed(entry, 100, entry.previousHash()) : entry));

        assertThat(verify.verify("alice").broken()).satisfies(broken -> {
            assertThat(broken.sequence()).isEqualTo(5);
            assertThat(broken.problem()).isEqualTo("hash");
        });
    }

    @Test
    void namesAnEntryThatDoesNotFollowTheOneBefore() {
        views.write(account(9, entry -> entry.sequence() == 4 ? changed(entry, 1, "f".repeat(64)) : entry));

        assertThat(verify.verify("alice").broken()).satisfies(broken -> {
            assertThat(broken.sequence()).isEqualTo(4);
            assertThat(broken.problem()).isEqualTo("previous_hash");
        });
    }

    @Test
    void namesAnEntryThatIsMissing() {
        var account = new ArrayList<>(account(9, entry -> entry));
        var gone = account.remove(3);
        views.write(account);

        assertThat(verify.verify("alice").broken()).satisfies(broken -> {
            assertThat(broken.sequence()).isEqualTo(gone.entries().getFirst().sequence());
            assertThat(broken.problem()).isEqualTo("sequence");
        });
    }

    @Test
    void inv2_namesABalanceThatIsNotTheSumOfItsEntries() {
        var account = new ArrayList<>(account(3, entry -> entry));
        var last = account.removeLast();
        account.add(recorded(last.version(), last.entries(), 4));
        views.write(account);

        assertThat(verify.verify("alice").broken()).satisfies(broken -> {
            assertThat(broken.sequence()).isEqualTo(3);
            assertThat(broken.problem()).isEqualTo("balance");
        });
    }

    @Test
    void inv1_addsUpTheLegsOfADayToZero() {
        views.write(account(9, entry -> entry));

        var totals = DayTotals.of(LocalDate.of(2026, 1, 5), views.movementsOfDay(LocalDate.of(2026, 1, 5)));

        assertThat(totals.balanced()).isTrue();
        assertThat(totals.currencies()).singleElement().satisfies(pounds -> {
            assertThat(pounds.entries()).isEqualTo(9);
            assertThat(pounds.legs()).containsEntry("house", -9L).containsEntry("estimated", 9L);
            assertThat(pounds.sum()).isZero();
        });
        assertThat(views.movementsOfDay(LocalDate.of(2026, 1, 6))).isEmpty();
    }

    /** So many decisions of one entry each, a penny every time; the entries are touched after they were hashed. */
    private static List<Recorded> account(int entries, UnaryOperator<EntryView> touch) {
        var account = new ArrayList<Recorded>();
        var previous = Chain.NONE;
        for (int sequence = 1; sequence <= entries; sequence++) {
            var unhashed = entry(sequence, 1, previous, "");
            var booked =
                    recorded(sequence, List.of(unhashed), sequence).booked().getFirst();
            previous = Chain.hash("alice", booked);
            var entry = entry(sequence, 1, unhashed.previousHash(), previous);
            account.add(recorded(sequence, List.of(touch.apply(entry)), sequence));
        }
        return account;
    }

    private static Recorded recorded(long version, List<EntryView> entries, long estimated) {
        return new Recorded(
                "alice",
                version,
                NOW,
                new CauseView("/order-service", "event-" + version, "order-paid.v1"),
                entries,
                List.of(new BalanceView("GBP", estimated, 0, 0, 0, 0, 0, estimated, estimated, 0)),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static EntryView changed(EntryView entry, long minor, String previousHash) {
        return entry(entry.sequence(), minor, previousHash, entry.hash());
    }

    private static EntryView entry(long sequence, long minor, String previousHash, String hash) {
        return new EntryView(
                sequence,
                "earned",
                "order",
                1,
                1,
                null,
                null,
                null,
                null,
                "house",
                "estimated",
                new MoneyView("GBP", minor),
                null,
                null,
                null,
                List.of(),
                previousHash,
                hash);
    }
}
