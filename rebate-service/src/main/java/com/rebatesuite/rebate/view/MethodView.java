package com.rebatesuite.rebate.view;

/** Where a withdrawal goes: {@code iban} or {@code paypal}, the account there and its holder. */
public record MethodView(String kind, String account, String holder) {}
