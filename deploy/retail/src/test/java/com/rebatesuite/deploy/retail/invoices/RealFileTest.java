package com.rebatesuite.deploy.retail.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The figures published with the real file; only where the file is. */
@EnabledIf("isThere")
class RealFileTest {

    private static final Path FILE =
            Path.of(System.getProperty("retail.file", "../../../shared/data/online_retail.csv.gz"));

    private static Plan plan =
            new Plan("", List.of(), List.of(), List.of(), new ReturnRows(0, 0, 0, 0, 0), new TreeMap<>());

    static boolean isThere() {
        return Files.exists(FILE);
    }

    @BeforeAll
    static void read() throws IOException {
        plan = Slice.ALL.of(History.of(new InvoiceFile(FILE)));
    }

    @Test
    void matchesReturnsFirstInFirstOut() {
        assertThat(plan.returnRows()).isEqualTo(new ReturnRows(7_516, 54, 1_335, 250_838, 23_970));
        assertThat(plan.returns().stream().mapToLong(Return::totalUnits).sum()).isEqualTo(250_838);
        assertThat(plan.laterReturns()).isEmpty();
    }

    @Test
    void countsEveryRowOnce() {
        assertThat(plan.unusable().entrySet())
                .extracting(entry -> entry(entry.getKey(), entry.getValue().rows()))
                .containsExactly(
                        entry(Reason.ADJUSTMENT, 3L),
                        entry(Reason.STOCK_MOVEMENT, 2_475L),
                        entry(Reason.ZERO_PRICE, 40L),
                        entry(Reason.MISSING_CUSTOMER, 132_219L),
                        entry(Reason.RETURN_WITHOUT_CUSTOMER, 383L));
        assertThat(rows()
                        + plan.returnRows().fully()
                        + plan.returnRows().partly()
                        + plan.returnRows().notAtAll()
                        + plan.unusable().values().stream()
                                .mapToLong(Tally::rows)
                                .sum())
                .isEqualTo(541_909);
        assertThat(plan.unusable(Reason.STOCK_MOVEMENT).units()).isEqualTo(58_719L - 206_957L);
    }

    @Test
    void sumsTheSales() {
        var known = plan.orders().stream()
                .map(Order::lines)
                .flatMap(Collection::stream)
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var unknown = plan.unusable(Reason.MISSING_CUSTOMER);

        assertThat(rows()).isEqualTo(397_884);
        assertThat(known).isEqualByComparingTo("8911407.904");
        assertThat(rows() + unknown.rows()).isEqualTo(530_103);
        assertThat(known.add(unknown.value())).isEqualByComparingTo("10655622.484");
    }

    private static long rows() {
        return plan.orders().stream().mapToLong(Order::lineCount).sum();
    }
}
