package com.rebatesuite.rebate.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words what a line of an order earns, why, what happened to it and what comes next. */
public final class Sentences {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final OrderView order;
    private final LineView line;
    private final List<String> sentences = new ArrayList<>();

    private Sentences(OrderView order, LineView line) {
        this.order = order;
        this.line = line;
    }

    /** About one line of the order, from its entries; oldest first, as it happened. */
    public static List<String> about(OrderView order, LineView line, List<BookedEntry> entries) {
        var told = new Sentences(order, line);
        line.parts().forEach(told::earned);
        told.refusal();
        entries.forEach(told::happened);
        told.outlook();
        return List.copyOf(told.sentences);
    }

    private void earned(PartView part) {
        var of = money(line.base()) + " for " + line.sku();
        var rate = part.rateBasisPoints();
        var how = rate == null || rate == 0
                ? money(part.earned())
                : percent(rate) + (part.role().equals("base") ? " of " + of : "") + ", that is " + money(part.earned());
        say(
                switch (part.role()) {
                    case "base" ->
                        rate == null || rate == 0 ? "You earn " + how + " for " + line.sku() : "You earn " + how;
                    default -> (part.couponId() == null ? "On top comes a bonus of " : "Your coupon adds ") + how;
                });
        part.steps().forEach(this::step);
    }

    /** The steps themselves compute in minor units; a shopper hears of money. */
    private void step(StepView step) {
        var left = money(new MoneyView(line.base().currency(), step.minor()));
        switch (step.step()) {
            case "rate", "fixed", "coupon" -> {} // Said with the amount.
            case "tier" -> say("It is the rate for what you had bought in that month before");
            case "quote" -> say("It is what your quote had promised");
            case "line-cap" -> say("More than " + left + " is not given for one line");
            case "order-cap" -> say("Of what one order may bring at most, " + left + " was left");
            case "user-cap" -> say("Of what you may get of this at most, " + left + " was left");
            case "budget" -> say("Of the campaign's budget, " + left + " was left");
            default -> say(capital(step.detail()));
        }
    }

    private void refusal() {
        if (line.reason() != null) {
            say((line.parts().isEmpty() ? "This earns nothing: " : "It does not count: ") + line.reason());
        }
    }

    private void happened(BookedEntry booked) {
        var entry = booked.entry();
        var what = happening(entry);
        if (what != null && entry.amount().minor() > 0) {
            say("On " + DAY.format(booked.recordedAt()) + " " + money(entry.amount()) + " " + what);
        }
    }

    private static @Nullable String happening(EntryView entry) {
        return switch (entry.kind()) {
            case "confirmed" -> "was confirmed";
            case "released" -> "became available";
            case "reversed" -> "was taken back, because the goods were returned or the order was cancelled";
            case "amended" -> entry.from().equals("house") ? "was added by the merchant" : "was cut by the merchant";
            case "rejected" -> "was rejected by the merchant";
            case "clawed-back" ->
                entry.from().equals("owed")
                        ? "had been spent already: you owe it, and what comes next is used for it"
                        : "was taken back after it had become available";
            case "offset" -> "was used for what you owed";
            case "expired" -> "expired unused";
            default -> null;
        };
    }

    private void outlook() {
        if (line.earned().minor() <= line.reversed().minor()) {
            return;
        }
        switch (line.bucket()) {
            case "estimated" -> say(expectation(order.confirmationExpectedAt()));
            case "confirmed" ->
                say(
                        order.settled()
                                ? "It is about to become available"
                                : "It becomes available when the merchant has paid us");
            case "available" -> say("It became yours to withdraw: your balance says what of it is left");
            default -> {}
        }
    }

    private static String expectation(@Nullable Instant expected) {
        return expected == null
                ? "It is confirmed when the time to return it has passed after delivery"
                : "We expect to confirm it on " + DAY.format(expected);
    }

    private void say(String sentence) {
        sentences.add(sentence.endsWith(".") ? sentence : sentence + ".");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }

    /** As a price is written: 0.27 GBP. */
    static String money(MoneyView money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minor(), digits).toPlainString() + " " + money.currency();
    }
}
