package com.rebatesuite.order.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.order.Answer;
import com.rebatesuite.order.OrderServiceFixture;
import com.rebatesuite.order.ordering.CloseOverdueOrders;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class ReturnsIT extends OrderServiceFixture {

    @Autowired
    private CloseOverdueOrders closeOverdueOrders;

    @BeforeEach
    void goods() {
        sellTeaAndMugs();
    }

    @Test
    void takesUnitsBackAndRefundsTheirShare() {
        var order = shipped();

        var requested = giveBack(order, 1, 1);
        var received = operate("returns/" + requested.text("return_id") + "/receive", "");

        assertThat(requested.status()).isEqualTo(201);
        assertThat(requested.body().at("/refund/minor").asLong()).isEqualTo(450);
        assertThat(received.text("state")).isEqualTo("RECEIVED");
        assertThat(outbox().typesAbout(order))
                .endsWith("return-requested.v1", "case-opened.v1", "return-received.v1", "refund-requested.v1");
        assertThat(get(shopper("alice"), "/api/orders/" + order + "/returns")
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void writesDownInWhichConditionUnitsCame() {
        var requested = giveBack(shipped(), 1, 2);

        var received = operate(
                "returns/" + requested.text("return_id") + "/receive",
                "{\"lines\":[{\"line\":1,\"condition\":\"damaged\"}]}");

        assertThat(received.body().at("/lines/0/condition").asString()).isEqualTo("damaged");
    }

    @Test
    void givesRefusedUnitsAnotherChance() {
        var order = shipped();
        var refused = giveBack(order, 1, 2).text("return_id");

        assertThat(giveBack(order, 1, 1).text("code")).isEqualTo("too-many-units");
        assertThat(operate("returns/" + refused + "/refuse", "{\"reason\":\"used\"}")
                        .text("state"))
                .isEqualTo("REFUSED");
        assertThat(giveBack(order, 1, 2).status()).isEqualTo(201);
    }

    @Test
    void settlesAReturnOnce() {
        var id = giveBack(shipped(), 1, 1).text("return_id");
        operate("returns/" + id + "/receive", "");

        assertThat(operate("returns/" + id + "/receive", "").status()).isEqualTo(200);
        var refusal = operate("returns/" + id + "/refuse", "{\"reason\":\"used\"}");

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.text("detail")).contains("return is RECEIVED and cannot become REFUSED");
        assertThat(operate("returns/" + UUID.randomUUID() + "/receive", "").status())
                .isEqualTo(404);
    }

    @Test
    void takesNothingBackBeforeShippingNorAfterTheWindow() {
        var paid = paid();
        assertThat(giveBack(paid, 1, 1).text("code")).isEqualTo("order-not-shipped");

        var delivered = shipped();
        operate("orders/" + delivered + "/deliver", "");
        clock.advance(Duration.ofDays(15));

        assertThat(giveBack(delivered, 1, 1).text("code")).isEqualTo("return-window-closed");
        closeAll();
        assertThat(state(delivered)).isEqualTo("COMPLETED");
        assertThat(giveBack(delivered, 1, 1).text("code")).isEqualTo("return-window-closed");
    }

    @Test
    void holdsCompletionBackWhileAReturnIsOpen() {
        var order = shipped();
        operate("orders/" + order + "/deliver", "");
        var open = giveBack(order, 1, 1).text("return_id");
        clock.advance(Duration.ofDays(15));

        closeAll();
        assertThat(state(order)).isEqualTo("DELIVERED");

        operate("returns/" + open + "/receive", "");
        closeAll();
        assertThat(state(order)).isEqualTo("COMPLETED");
    }

    @Test
    void hidesOtherPeoplesOrders() {
        var order = shipped();

        assertThat(post(shopper("bob"), "/api/orders/" + order + "/returns", body(1, 1))
                        .status())
                .isEqualTo(404);
        assertThat(get(shopper("bob"), "/api/orders/" + order + "/returns").status())
                .isEqualTo(404);
    }

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    /** Many want to send back at once, some are refused: never more units than were sold, and no money too much. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv11_neverMoreUnitsComeBackThanWereSold(long seed) throws Exception {
        var random = new Random(seed);
        var order = shipped();
        var tasks = IntStream.range(0, 6)
                .mapToObj(number -> {
                    var line = random.nextInt(1, 3);
                    var units = random.nextInt(1, 3);
                    var refuse = random.nextBoolean();
                    return (Callable<Object>) () -> {
                        var answer = giveBack(order, line, units);
                        return answer.status() == 201 && refuse
                                ? operate("returns/" + answer.text("return_id") + "/refuse", "{\"reason\":\"used\"}")
                                : answer;
                    };
                })
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }

        jdbc.sql("""
                        select l.quantity, l.returned, coalesce(sum(r.quantity), 0) as units
                        from order_line l
                        left join (return_line r join order_return o on o.return_id = r.return_id and o.state <> 'REFUSED')
                               on o.order_id = l.order_id and r.line = l.line
                        where l.order_id = :order
                        group by l.line, l.quantity, l.returned""").param("order", order).query(row -> {
            assertThat(row.getInt("returned")).isEqualTo(row.getInt("units"));
            assertThat(row.getInt("units")).isLessThanOrEqualTo(row.getInt("quantity"));
        });
    }

    private UUID paid() {
        var order = post(shopper("alice"), "/api/orders", TEAS_AND_MUG).id("order_id");
        pay(order);
        return order;
    }

    private UUID shipped() {
        var order = paid();
        assertThat(operate("orders/" + order + "/ship", "").text("state")).isEqualTo("SHIPPED");
        return order;
    }

    private Answer giveBack(UUID order, int line, int units) {
        return post(shopper("alice"), "/api/orders/" + order + "/returns", body(line, units));
    }

    private static String body(int line, int units) {
        return "{\"reason\":\"too small\",\"lines\":[{\"line\":%d,\"quantity\":%d}]}".formatted(line, units);
    }

    private Answer operate(String path, String body) {
        return post(operator(), "/ops/" + path, body);
    }

    private String state(UUID order) {
        return get(operator(), "/ops/orders/" + order).text("state");
    }

    private void closeAll() {
        while (closeOverdueOrders.closeSome() > 0) {
            // Other tests leave orders behind that are overdue too.
        }
    }
}
