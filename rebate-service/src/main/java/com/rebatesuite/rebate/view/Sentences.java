package com.rebatesuite.rebate.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in words what a line of an order earns, why, what happened to it and what comes next. */
public final class Sentences {

    /** Steps that say what a reward comes to, before anything limits or raises it. */
    private static final Set<String> BEFORE_LIMITS = Set.of("rate", "fixed", "coupon");

    private static final Set<String> LIMITS = Set.of("quote", "line-cap", "order-cap", "user-cap", "budget");

    private final OrderView order;
    private final LineView line;
    private final List<String> sentences = new ArrayList<>();

    private Sentences(OrderView order, LineView line) {
        this.order = order;
        this.line = line;
    }

    /** About the order as a whole, from entries that are about no line of it. */
    public static List<String> about(List<BookedEntry> entries) {
        return Happening.of(entries).stream().map(Happening::sentence).toList();
    }

    /** About one line of the order, from its entries; oldest first, as it happened. */
    public static List<String> about(OrderView order, LineView line, List<BookedEntry> entries) {
        var told = new Sentences(order, line);
        line.parts().forEach(told::earned);
        told.refusal();
        Happening.of(entries).forEach(happening -> told.say(happening.sentence()));
        told.outlook();
        return List.copyOf(told.sentences);
    }

    private void earned(PartView part) {
        var before = part.steps().stream()
                .filter(step -> BEFORE_LIMITS.contains(step.step()))
                .findFirst()
                .map(step -> money(step.minor()))
                .orElse(money(part.earned()));
        say(how(part, before));
        part.steps().forEach(this::step);
        part.steps().stream()
                .filter(step -> LIMITS.contains(step.step()))
                .reduce((one, next) -> next)
                .ifPresent(last -> say("So it is " + money(last.minor())));
    }

    private String how(PartView part, String amount) {
        var rate = part.rateBasisPoints();
        var rated = rate == null || rate == 0 ? "" : percent(rate);
        if (part.role().equals("base")) {
            return rated.isEmpty()
                    ? "You earn " + amount + " for " + line.sku()
                    : "You earn " + rated + " of " + money(line.base()) + " for " + line.sku() + ", that is " + amount;
        }
        return (part.couponId() == null ? "On top comes a bonus of " : "Your coupon adds ")
                + (rated.isEmpty() ? amount : rated + ", that is " + amount);
    }

    /** The steps themselves compute in minor units; a shopper hears of money. */
    private void step(StepView step) {
        var left = money(step.minor());
        switch (step.step()) {
            case "rate", "fixed", "coupon" -> {} // Said with the amount.
            case "tier" -> say("It is the rate for what you had bought in that month before");
            case "quote" -> say("Your quote had promised " + left);
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
                : "We expect to confirm it on " + Happening.DAY.format(expected);
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

    private String money(long minor) {
        return money(new MoneyView(line.base().currency(), minor));
    }

    /** As a price is written: 0.27 GBP. */
    static String money(MoneyView money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minor(), digits).toPlainString() + " " + money.currency();
    }
}
