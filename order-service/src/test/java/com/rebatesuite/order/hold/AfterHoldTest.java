package com.rebatesuite.order.hold;

import static com.rebatesuite.order.OrderHistory.AT;
import static com.rebatesuite.order.OrderHistory.ID;
import static com.rebatesuite.order.OrderHistory.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.order.OrderHistory;
import com.rebatesuite.order.ordering.Missing;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderEvent;
import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.ordering.Origin;
import com.rebatesuite.order.ordering.Progress;
import com.rebatesuite.order.ordering.StockPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AfterHoldTest {

    private static final Instant NOW = AT.plusSeconds(60);
    private static final HoldAnswer HELD = new HoldAnswer.Held(ID);
    private static final List<Missing> MISSING = List.of(new Missing("TEA-100", 2, 1));
    private static final HoldAnswer REFUSED = HoldAnswer.Refused.of(ID, null, MISSING);

    private final AfterHold afterHold = new AfterHold(Duration.ofMinutes(15), WINDOW);

    @Test
    void confirmsAndStartsTheClockForThePayment() {
        var events = afterHold.decide(OrderHistory.placed(), HELD, NOW);

        assertThat(events).hasExactlyElementsOfTypes(OrderEvent.Confirmed.class);
        assertThat(events.getFirst().order().progress().deadline()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void rejectsWithWhatIsMissing() {
        var events = afterHold.decide(OrderHistory.placed(), REFUSED, NOW);

        assertThat(events).hasExactlyElementsOfTypes(OrderEvent.Rejected.class);
        assertThat(events.getFirst().order().progress().missing()).containsExactly(new Missing("TEA-100", 2, 1));
    }

    @Test
    void rejectsForTheReasonInventoryGivesAndForShortGoodsIfItGivesNone() {
        var overQuota = HoldAnswer.Refused.of(ID, "hold-quota", MISSING);

        assertThat(rejection(overQuota).reason()).isEqualTo("hold-quota");
        assertThat(rejection(overQuota).missing()).isEqualTo(MISSING);
        assertThat(rejection(REFUSED).reason()).isEqualTo("out-of-stock");
    }

    private Progress rejection(HoldAnswer refused) {
        return afterHold
                .decide(OrderHistory.placed(), refused, NOW)
                .getFirst()
                .order()
                .progress();
    }

    @Test
    void cancelsAPaidOrderWhoseGoodsAreGone() {
        var events = afterHold.decide(OrderHistory.paid(), REFUSED, NOW);

        assertThat(events).hasExactlyElementsOfTypes(OrderEvent.Cancelled.class);
        assertThat(events.getFirst().order().progress().reason()).isEqualTo("out-of-stock");
    }

    @Test
    void doesNothingToAnOrderThatHasMovedPastTheAnswer() {
        for (var order : List.of(OrderHistory.confirmed(), OrderHistory.shipped(), OrderHistory.completed())) {
            assertThat(afterHold.decide(order, HELD, NOW)).isEmpty();
            assertThat(afterHold.decide(order, REFUSED, NOW)).isEmpty();
        }
        assertThat(afterHold.decide(OrderHistory.paid(), HELD, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PAID, 3", "SHIPPED, 4", "DELIVERED, 5", "COMPLETED, 6"})
    void bringsAPartnersOrderToWhereThePartnerSaysAtItsTime(OrderState stated, int sequence) {
        var placed = OrderHistory.placed(Origin.partner("retail", "536365", stated, StockPolicy.HOLD));

        var events = afterHold.decide(placed, HELD, NOW);

        Order last = events.getLast().order();
        assertThat(last.state()).isEqualTo(stated);
        assertThat(last.progress().sequence()).isEqualTo(sequence);
        assertThat(last.progress().paymentReference()).isEqualTo("partner/retail/536365");
        assertThat(events).allSatisfy(event -> assertThat(event.occurredAt()).isEqualTo(AT));
        assertThat(events.stream().map(event -> event.order().progress().sequence()))
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(2, sequence)
                        .boxed()
                        .toList());
    }
}
