package com.rebatesuite.rebate.view.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.view.BookedEntry;
import com.rebatesuite.rebate.view.CauseView;
import com.rebatesuite.rebate.view.EntryView;
import com.rebatesuite.rebate.view.ExplainedOrder;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.OrderView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderResponseTest {

    private static final Instant THEN = Instant.parse("2026-01-05T10:15:30Z");
    private static final MoneyView MONEY = new MoneyView("GBP", 27);
    private static final MoneyView NOTHING = new MoneyView("GBP", 0);

    private final LineView line =
            new LineView(1, "TEA-100", "groceries", "own", 2, 0, MONEY, MONEY, NOTHING, "available", null, List.of());
    private final OrderView order = new OrderView(
            "order", "alice", 3, THEN, "available", "shop", null, null, THEN, null, true, true, List.of(line));

    @Test
    void showsEveryEntryUnderItsLineOrUnderTheOrderAsAWhole() {
        var explained = new ExplainedOrder(
                order, List.of(entry(1, "confirmed", 1), entry(2, "expired", null), entry(3, "offset", null)));

        var response = OrderResponse.of(explained);

        assertThat(response.lines().getFirst().entries())
                .extracting(OrderResponse.LineEntry::sequence)
                .containsExactly(1L);
        assertThat(response.entries())
                .extracting(OrderResponse.LineEntry::sequence)
                .containsExactly(2L, 3L);
        assertThat(response.sentences())
                .containsExactly(
                        "On 5 January 2026 0.27 GBP expired unused.",
                        "On 5 January 2026 0.27 GBP was used for what you owed.");
    }

    @Test
    void leavesEntriesOutOfAList() {
        var response = OrderResponse.of(order);

        assertThat(response.entries()).isNull();
        assertThat(response.lines().getFirst().entries()).isNull();
    }

    private static BookedEntry entry(long sequence, String kind, @Nullable Integer lineNumber) {
        var entry = new EntryView(
                sequence,
                kind,
                "order",
                lineNumber,
                lineNumber,
                null,
                null,
                null,
                null,
                "available",
                "house",
                MONEY,
                null,
                null,
                null,
                List.of(),
                "",
                "");
        return new BookedEntry(sequence, THEN, new CauseView("/rebate-service", "id", "lot-expired.v1"), entry);
    }
}
