package com.rebatesuite.order.partner;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.OrderLine;
import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.ordering.StockPolicy;
import com.rebatesuite.order.partner.Checked.Bad;
import com.rebatesuite.order.partner.Checked.Good;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as a partner states it, about which nothing is sure yet.
 *
 * @param voucher in major units, off all lines together
 * @param shipping in major units, on top of the lines
 */
public record StatedOrder(
        @Nullable String externalNumber,
        @Nullable String userId,
        @Nullable Instant occurredAt,
        @Nullable String status,
        @Nullable String currency,
        @Nullable String stockPolicy,
        @Nullable BigDecimal voucher,
        @Nullable BigDecimal shipping,
        @Nullable List<Line> lines)
        implements FeedItem<PartnerOrder> {

    /** A line as stated; the price is for one unit. */
    public record Line(
            @Nullable String sku,
            @Nullable Integer quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable String title,
            @Nullable String category) {}

    /** The order, priced, or what is wrong with it. */
    @Override
    public Checked<PartnerOrder> check(String partner, Instant now) {
        try {
            return new Good<>(checked(partner, now));
        } catch (BadItem bad) {
            return new Bad<>(bad.result(String.valueOf(externalNumber)));
        }
    }

    private PartnerOrder checked(String partner, Instant now) {
        return new PartnerOrder(
                Stated.text("bad-external-number", "external_number", externalNumber),
                Stated.text("bad-user", "user_id", userId),
                Stated.past(occurredAt, now),
                state(),
                wanted(),
                VoucherCheck.lowered(priced(partner), voucher),
                VoucherCheck.shipping(Stated.currency(currency), shipping),
                fingerprint());
    }

    private OrderState state() {
        return switch (String.valueOf(status)) {
            case "paid" -> OrderState.PAID;
            case "shipped" -> OrderState.SHIPPED;
            case "delivered" -> OrderState.DELIVERED;
            case "completed" -> OrderState.COMPLETED;
            default ->
                throw new BadItem(
                        "bad-status", "status", String.valueOf(status), "paid, shipped, delivered or completed");
        };
    }

    private StockPolicy wanted() {
        return switch (Objects.requireNonNullElse(stockPolicy, "hold")) {
            case "none" -> StockPolicy.NONE;
            case "track" -> StockPolicy.TRACK;
            case "hold" -> StockPolicy.HOLD;
            default ->
                throw new BadItem(
                        "bad-stock-policy", "stock_policy", String.valueOf(stockPolicy), "none, track or hold");
        };
    }

    private List<OrderLine> priced(String partner) {
        var money = Stated.currency(currency);
        var priced = new ArrayList<OrderLine>();
        for (var line : Stated.lines(lines)) {
            priced.add(priced(priced.size() + 1, line, partner, money));
        }
        requireCountable(priced);
        return priced;
    }

    private static OrderLine priced(int position, @Nullable Line line, String partner, String currency) {
        if (line == null) {
            throw new BadItem("bad-lines", "line " + position, "null", "a line");
        }
        var sku = Stated.sku("sku of line " + position, line.sku());
        var quantity = Stated.quantity("quantity of line " + position, line.quantity());
        var price = Stated.price("unit_price of line " + position, line.unitPrice());
        return OrderLine.sold(
                position,
                sku,
                Stated.textOr(sku, "bad-title", "title of line " + position, line.title()),
                Stated.textOr("general", "bad-category", "category of line " + position, line.category()),
                partner,
                quantity,
                amount(currency, price.multiply(BigDecimal.valueOf(quantity))));
    }

    private static Money amount(String currency, BigDecimal amount) {
        try {
            return Money.ofMajor(currency, amount);
        } catch (ArithmeticException tooMuch) {
            throw new BadItem("bad-price", "amount", amount.toPlainString(), "an amount that can be counted");
        }
    }

    private static void requireCountable(List<OrderLine> priced) {
        try {
            var sum = VoucherCheck.MOST_SHIPPING;
            for (var line : priced) {
                sum = Math.addExact(sum, line.amount().minor());
            }
        } catch (ArithmeticException tooMuch) {
            throw new BadItem("bad-price", "total", "too much", "an amount that can be counted");
        }
    }

    /** What was said, so that 2.5 and 2.50 are the same price. */
    private String fingerprint() {
        var said = new ArrayList<Object>(
                List.of(String.valueOf(userId), String.valueOf(occurredAt), state(), String.valueOf(currency)));
        for (var line : Stated.lines(lines)) {
            said.add(String.valueOf(line.sku()));
            said.add(String.valueOf(line.quantity()));
            said.add(Objects.requireNonNullElse(line.unitPrice(), BigDecimal.ZERO)
                    .stripTrailingZeros());
            said.add(String.valueOf(line.title()));
            said.add(String.valueOf(line.category()));
        }
        // Not the usual one: the digests of orders that came before there was a choice stay what they are.
        if (wanted() != StockPolicy.HOLD) {
            said.add(wanted());
        }
        sayUnlessZero(said, "voucher", voucher);
        sayUnlessZero(said, "shipping", shipping);
        return Fingerprint.of(said);
    }

    private static void sayUnlessZero(List<Object> said, String name, @Nullable BigDecimal amount) {
        if (amount != null && amount.signum() != 0) {
            said.add(name + " " + amount.stripTrailingZeros().toPlainString());
        }
    }
}
