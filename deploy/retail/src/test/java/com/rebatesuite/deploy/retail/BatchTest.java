package com.rebatesuite.deploy.retail;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.retail.invoices.Order;
import com.rebatesuite.deploy.retail.invoices.OrderLine;
import com.rebatesuite.deploy.retail.invoices.Return;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {

    @Test
    void keepsTheOrderAndTheKindsApart() {
        var first = order("1", 1);
        var second = order("2", 1);
        var third = order("3", 1);
        var returned = new Return("C1-1", first, Instant.EPOCH, 3, Map.of(1, 1));

        assertThat(Batch.of(List.of(first, second, returned, third), 100))
                .containsExactly(
                        new Batch(List.of(first, second), List.of()),
                        new Batch(List.of(), List.of(returned)),
                        new Batch(List.of(third), List.of()));
    }

    @Test
    void endsBeforeItGetsTooLong() {
        var big = order("1", Batch.MOST_LINES + 1);
        var half = order("2", Batch.MOST_LINES / 2);
        var small = order("3", 1);

        assertThat(Batch.of(List.of(big, half, half, small, small, small), 2))
                .extracting(batch -> batch.orders().size())
                .containsExactly(1, 2, 2, 1);
    }

    private static Order order(String number, int lines) {
        return new Order(
                number,
                "7",
                Instant.EPOCH,
                1,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> new OrderLine(line, "A", "X", 1, BigDecimal.ONE))
                        .toList());
    }
}
