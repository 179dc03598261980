package com.rebatesuite.rebate.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one decision did to a rebate, in words: entries of several parts and lots that say the same are told as one. */
record Happening(Instant at, String what, MoneyView amount) {

    static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** In the order of the entries. */
    static List<Happening> of(List<BookedEntry> entries) {
        Map<Key, Happening> happenings = new LinkedHashMap<>();
        for (var booked : entries) {
            var entry = booked.entry();
            var what = what(entry);
            if (what != null && entry.amount().minor() > 0) {
                happenings.merge(
                        new Key(booked.version(), what),
                        new Happening(booked.recordedAt(), what, entry.amount()),
                        Happening::plus);
            }
        }
        return List.copyOf(happenings.values());
    }

    String sentence() {
        return "On " + DAY.format(at) + " " + Sentences.money(amount) + " " + what + ".";
    }

    private Happening plus(Happening other) {
        long minor = Math.addExact(amount.minor(), other.amount.minor());
        return new Happening(at, what, new MoneyView(amount.currency(), minor));
    }

    private static @Nullable String what(EntryView entry) {
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

    private record Key(long version, String what) {}
}
