package com.rebatesuite.order.partner;

/** What a partner states says something impossible; {@code code} is for programs. */
final class BadItem extends RuntimeException {

    private final String code;

    BadItem(String code, String field, Object stated, String expected) {
        super(field + ": " + shown(stated) + " (expected: " + expected + ")", null, false, false);
        this.code = code;
    }

    FeedResult result(Object externalNumber) {
        return FeedResult.invalid(shown(externalNumber), code, String.valueOf(getMessage()));
    }

    // What a stranger sends is shown, but not at any length.
    private static String shown(Object stated) {
        var text = String.valueOf(stated);
        return text.length() <= Stated.TEXT ? text : text.substring(0, Stated.TEXT) + "…";
    }
}
