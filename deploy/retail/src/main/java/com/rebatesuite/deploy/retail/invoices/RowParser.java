package com.rebatesuite.deploy.retail.invoices;

import static com.rebatesuite.deploy.retail.invoices.Reason.ADJUSTMENT;
import static com.rebatesuite.deploy.retail.invoices.Reason.BAD_DATE;
import static com.rebatesuite.deploy.retail.invoices.Reason.BROKEN_QUOTES;
import static com.rebatesuite.deploy.retail.invoices.Reason.CUT_LINE;
import static com.rebatesuite.deploy.retail.invoices.Reason.MISSING_CUSTOMER;
import static com.rebatesuite.deploy.retail.invoices.Reason.NEGATIVE_PRICE;
import static com.rebatesuite.deploy.retail.invoices.Reason.NEGATIVE_QUANTITY;
import static com.rebatesuite.deploy.retail.invoices.Reason.NOT_A_NUMBER;
import static com.rebatesuite.deploy.retail.invoices.Reason.NO_INVOICE;
import static com.rebatesuite.deploy.retail.invoices.Reason.NO_STOCK_CODE;
import static com.rebatesuite.deploy.retail.invoices.Reason.RETURN_OF_NOTHING;
import static com.rebatesuite.deploy.retail.invoices.Reason.RETURN_WITHOUT_CUSTOMER;
import static com.rebatesuite.deploy.retail.invoices.Reason.STOCK_MOVEMENT;
import static com.rebatesuite.deploy.retail.invoices.Reason.TOO_MANY_COLUMNS;
import static com.rebatesuite.deploy.retail.invoices.Reason.UNKNOWN_INVOICE;
import static com.rebatesuite.deploy.retail.invoices.Reason.ZERO_PRICE;
import static com.rebatesuite.deploy.retail.invoices.Reason.ZERO_QUANTITY;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sorts out one line of the file after another. Every line is parsed by itself, so that a cut line with an open quote
 * costs itself and not the lines behind it.
 */
final class RowParser {

    /** Invoice dates are local UK time. */
    static final ZoneId UK = ZoneId.of("Europe/London");

    private static final CSVFormat CSV = CSVFormat.DEFAULT;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}(\\.0{1,3})?");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Columns columns;
    private final Map<String, String> texts = new HashMap<>();
    private Instant last = Instant.EPOCH;

    RowParser(Columns columns) {
        this.columns = columns;
    }

    Row parse(String line) {
        var cells = cells(line);
        if (cells == null) {
            return unusable(BROKEN_QUOTES);
        }
        if (cells.size() != columns.count()) {
            return unusable(cells.size() < columns.count() ? CUT_LINE : TOO_MANY_COLUMNS);
        }
        var at = instant(columns.date(cells));
        if (at == null) {
            return unusable(BAD_DATE);
        }
        last = at;
        return columns.invoice(cells).isEmpty() ? unusable(NO_INVOICE) : numbers(cells);
    }

    static @Nullable CSVRecord cells(String line) {
        try (var parser = CSV.parse(new StringReader(line))) {
            var records = parser.iterator();
            return records.hasNext() ? records.next() : null;
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            // Expected for a line cut inside a quoted text: the caller counts it.
            return null;
        }
    }

    private Row numbers(CSVRecord cells) {
        var quantity = columns.quantity(cells);
        var price = columns.price(cells);
        var customer = columns.customer(cells);
        if (!WHOLE.matcher(quantity).matches()
                || !DECIMAL.matcher(price).matches()
                || !(customer.isEmpty() || WHOLE.matcher(customer).matches())) {
            return unusable(NOT_A_NUMBER);
        }
        if (columns.stockCode(cells).isEmpty()) {
            return unusable(NO_STOCK_CODE);
        }
        return sorted(cells, whole(quantity), new BigDecimal(price), customer.isEmpty() ? "" : keep(digits(customer)));
    }

    private Row sorted(CSVRecord cells, int quantity, BigDecimal price, String customer) {
        var invoice = columns.invoice(cells);
        if (invoice.startsWith("C")) {
            return credit(cells, quantity, price, customer);
        }
        if (invoice.startsWith("A")) {
            return unusable(ADJUSTMENT, quantity, price);
        }
        if (!DIGITS.matcher(invoice).matches()) {
            return unusable(UNKNOWN_INVOICE, quantity, price);
        }
        var reason = whyNoSale(quantity, price, customer);
        return reason == null ? sale(cells, quantity, price, customer) : unusable(reason, quantity, price);
    }

    private static @Nullable Reason whyNoSale(int quantity, BigDecimal price, String customer) {
        if (price.signum() == 0) {
            return customer.isEmpty() ? STOCK_MOVEMENT : ZERO_PRICE;
        }
        if (price.signum() < 0) {
            return NEGATIVE_PRICE;
        }
        if (quantity <= 0) {
            return quantity == 0 ? ZERO_QUANTITY : NEGATIVE_QUANTITY;
        }
        return customer.isEmpty() ? MISSING_CUSTOMER : null;
    }

    private Row sale(CSVRecord cells, int quantity, BigDecimal price, String customer) {
        return new Row.Sale(
                keep(columns.invoice(cells)),
                customer,
                last,
                keep(columns.stockCode(cells)),
                keep(columns.description(cells)),
                quantity,
                price);
    }

    private Row credit(CSVRecord cells, int quantity, BigDecimal price, String customer) {
        if (quantity >= 0) {
            return unusable(RETURN_OF_NOTHING, quantity, price);
        }
        if (customer.isEmpty()) {
            return unusable(RETURN_WITHOUT_CUSTOMER, quantity, price);
        }
        return new Row.Credit(keep(columns.invoice(cells)), customer, last, keep(columns.stockCode(cells)), -quantity);
    }

    private Row unusable(Reason reason) {
        return new Row.Unusable(reason, last, 0, BigDecimal.ZERO);
    }

    private Row unusable(Reason reason, int quantity, BigDecimal price) {
        return new Row.Unusable(reason, last, quantity, price.multiply(BigDecimal.valueOf(quantity)));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return LocalDateTime.parse(text, DATE).atZone(UK).toInstant();
        } catch (DateTimeParseException bad) {
            return null;
        }
    }

    private static int whole(String text) {
        return Integer.parseInt(digits(text));
    }

    /** The file writes whole numbers as 17850 or 17850.0. */
    private static String digits(String text) {
        var point = text.indexOf('.');
        return point < 0 ? text : text.substring(0, point);
    }

    /** Half a million rows share a few thousand texts. */
    private String keep(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }
}
