package com.rebatesuite.deploy.retail.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final LocalDate FIRST = LocalDate.of(2010, 12, 1);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void takesReturnsFromTheEarliestPurchaseFirst() throws IOException {
        var plan = Slice.ALL.of(history(
                "1,A,X,3,2010-12-01 08:00:00,1,7,UK",
                "2,A,X,2,2010-12-01 09:00:00,1,7,UK",
                "2,A,X,2,2010-12-01 09:00:00,1,7,UK",
                "3,A,X,9,2010-12-01 09:30:00,1,8,UK",
                "C4,A,X,-6,2010-12-01 10:00:00,1,7,UK",
                "C5,a,X,-1,2010-12-01 10:00:00,1,7,UK",
                "C6,A,X,-3,2010-12-01 11:00:00,1,7,UK"));

        assertThat(plan.returns())
                .extracting(Return::number, Return::units)
                .containsExactly(
                        tuple("C4-1", Map.of(1, 3)), tuple("C4-2", Map.of(1, 2, 2, 1)), tuple("C6-2", Map.of(2, 1)));
        assertThat(plan.returnRows()).isEqualTo(new ReturnRows(1, 1, 1, 7, 3));
    }

    @Test
    void goesByTimeAndNotByTheFile() throws IOException {
        var plan = Slice.ALL.of(history("C2,A,X,-1,2010-12-02 10:00:00,1,7,UK", "1,A,X,3,2010-12-01 08:00:00,1,7,UK"));

        assertThat(plan.transactions()).extracting(Transaction::number).containsExactly("1", "C2-1");
    }

    @Test
    void aReturnIsOfTheSamePurchaseInEverySlice() throws IOException {
        var history = history(
                "1,A,X,3,2010-12-01 08:00:00,1,7,UK",
                "2,A,X,3,2010-12-02 08:00:00,1,7,UK",
                "C3,A,X,-4,2010-12-02 10:00:00,1,7,UK",
                "C4,A,X,-2,2010-12-03 10:00:00,1,7,UK");

        var first = new Slice(null, FIRST, 0).of(history);
        assertThat(first.returns()).isEmpty();
        assertThat(first.laterReturns()).extracting(Return::number).containsExactly("C3-1");

        var second = new Slice(FIRST.plusDays(1), FIRST.plusDays(1), 0).of(history);
        assertThat(second.returns()).extracting(Return::number).containsExactly("C3-2");
        assertThat(second.returnRows()).isEqualTo(new ReturnRows(0, 1, 0, 1, 3));

        var limited = new Slice(null, null, 1).of(history);
        assertThat(limited.orders()).extracting(Order::number).containsExactly("1");
        assertThat(limited.returns()).isEmpty();
    }

    @Test
    void anInvoiceIsOneOrderOfOneCustomer() throws IOException {
        var plan = Slice.ALL.of(history(
                "1,A,X,3,2010-12-01 23:59:00,1,7,UK",
                "1,B,Y,3,2010-12-02 00:01:00,1,7,UK",
                "1,C,Z,3,2010-12-02 00:01:00,1,8,UK"));

        assertThat(plan.orders()).singleElement().satisfies(order -> {
            assertThat(order.lines()).extracting(OrderLine::sku).containsExactly("A", "B");
            assertThat(order.at()).isEqualTo("2010-12-01T23:59:00Z");
        });
        assertThat(plan.unusable(Reason.OTHER_CUSTOMER).rows()).isEqualTo(1);
    }

    private History history(String... rows) throws IOException {
        var file = folder.resolve("invoices.csv");
        Files.write(file, List.of("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"));
        Files.write(file, List.of(rows), StandardOpenOption.APPEND);
        return History.of(new InvoiceFile(file));
    }
}
