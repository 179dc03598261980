package com.rebatesuite.order.ordering;

import static com.rebatesuite.order.OrderHistory.AT;
import static com.rebatesuite.order.OrderHistory.PAY_WITHIN;
import static com.rebatesuite.order.OrderHistory.after;
import static com.rebatesuite.order.ordering.OrderState.CANCELLED;
import static com.rebatesuite.order.ordering.OrderState.COMPLETED;
import static com.rebatesuite.order.ordering.OrderState.CONFIRMED;
import static com.rebatesuite.order.ordering.OrderState.DELIVERED;
import static com.rebatesuite.order.ordering.OrderState.EXPIRED;
import static com.rebatesuite.order.ordering.OrderState.PAID;
import static com.rebatesuite.order.ordering.OrderState.PLACED;
import static com.rebatesuite.order.ordering.OrderState.REJECTED;
import static com.rebatesuite.order.ordering.OrderState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.OrderHistory;
import com.rebatesuite.order.ordering.Decision.AlreadySo;
import com.rebatesuite.order.ordering.Decision.Happened;
import com.rebatesuite.order.ordering.Decision.NotAllowed;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {

    /** DESIGN 4, written down once more by hand. */
    private static final Map<OrderState, Set<OrderState>> MOVES = Map.of(
            PLACED, Set.of(CONFIRMED, REJECTED, EXPIRED),
            CONFIRMED, Set.of(PAID, EXPIRED, CANCELLED),
            PAID, Set.of(SHIPPED, CANCELLED),
            SHIPPED, Set.of(DELIVERED),
            DELIVERED, Set.of(COMPLETED),
            REJECTED, Set.of(),
            COMPLETED, Set.of(),
            CANCELLED, Set.of(),
            EXPIRED, Set.of());

    private static final Map<OrderState, Function<Order, Decision>> COMMANDS = new EnumMap<>(Map.of(
            CONFIRMED, order -> order.confirm(AT, AT.plus(PAY_WITHIN)),
            REJECTED, order -> order.reject(AT, "out-of-stock", List.of(new Missing("TEA-100", 2, 1))),
            PAID, order -> order.pay(AT, "pay_123"),
            SHIPPED, order -> order.ship(AT),
            DELIVERED, order -> order.deliver(AT, AT.plus(OrderHistory.WINDOW)),
            COMPLETED, order -> order.complete(AT),
            CANCELLED, order -> order.cancel(AT, "changed my mind"),
            EXPIRED, order -> order.expire(AT)));

    private static Map<OrderState, Order> orders() {
        return new EnumMap<>(Map.of(
                PLACED, OrderHistory.placed(),
                CONFIRMED, OrderHistory.confirmed(),
                REJECTED, after(OrderHistory.placed().reject(AT, "out-of-stock", List.of())),
                PAID, OrderHistory.paid(),
                SHIPPED, OrderHistory.shipped(),
                DELIVERED, OrderHistory.delivered(),
                COMPLETED, OrderHistory.completed(),
                CANCELLED, after(OrderHistory.confirmed().cancel(AT, "changed my mind")),
                EXPIRED, after(OrderHistory.confirmed().expire(AT))));
    }

    static Stream<Arguments> everyCommandInEveryState() {
        return orders().values().stream()
                .flatMap(order -> COMMANDS.keySet().stream().map(wanted -> Arguments.of(order, wanted)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("everyCommandInEveryState")
    void movesAsTheDesignSaysAndInNoOtherWay(Order order, OrderState wanted) {
        var decision = COMMANDS.getOrDefault(wanted, impossible -> new AlreadySo(impossible))
                .apply(order);

        var legal = MOVES.getOrDefault(order.state(), Set.of()).contains(wanted);
        if (legal) {
            assertThat(decision).isInstanceOf(Happened.class);
            assertThat(decision.order().state()).isEqualTo(wanted);
            assertThat(decision.order().progress().sequence())
                    .isEqualTo(order.progress().sequence() + 1);
            return;
        }
        assertThat(decision.order()).isEqualTo(order);
        assertThat(decision)
                .isInstanceOf(order.state() == wanted && wanted.terminal() ? AlreadySo.class : NotAllowed.class);
    }

    @Test
    void saysWhereItIsAndWhereItMayGo() {
        var refusal = (NotAllowed) OrderHistory.paid().deliver(AT, AT);

        assertThat(refusal.explanation())
                .isEqualTo("order is PAID and cannot become DELIVERED (allowed: [SHIPPED, CANCELLED])");
    }

    @Test
    void expiresWhenItIsNotPaidInTime() {
        var order = OrderHistory.confirmed();

        assertThat(order.overdue(AT.plus(PAY_WITHIN).minusNanos(1))).isEqualTo(new AlreadySo(order));
        assertThat(order.overdue(AT.plus(PAY_WITHIN)).order().state()).isEqualTo(EXPIRED);
    }

    @Test
    void expiresWhenNobodyEverAnswers() {
        assertThat(OrderHistory.placed()
                        .overdue(AT.plus(Duration.ofDays(1)))
                        .order()
                        .state())
                .isEqualTo(EXPIRED);
    }

    @Test
    void completesAfterTheReturnWindowUnlessAReturnIsOpen() {
        var order = OrderHistory.delivered();
        var later = AT.plus(OrderHistory.WINDOW);

        assertThat(order.overdue(later).order().state()).isEqualTo(COMPLETED);
        assertThat(order.returnsChanged(order.lines(), 1).overdue(later).order().state())
                .isEqualTo(DELIVERED);
    }

    @Test
    void costsTheSumOfItsLines() {
        assertThat(OrderHistory.placed().total()).isEqualTo(new Money("GBP", 2150));
    }

    @Test
    void isNothingWithoutLines() {
        assertThatThrownBy(() ->
                        Order.place(OrderHistory.ID, "shopper-1", Origin.SHOP, OrderTimes.at(AT), List.of(), 0, null))
                .hasMessage("lines: none (expected: at least one)");
    }
}
