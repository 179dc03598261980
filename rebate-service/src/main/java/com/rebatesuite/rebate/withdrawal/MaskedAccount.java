package com.rebatesuite.rebate.withdrawal;

/** An account that its owner recognises and nobody else can use. */
public final class MaskedAccount {

    private static final String HIDDEN = "****";
    private static final int SHOWN = 4;

    private MaskedAccount() {}

    /** Country and last four of an IBAN, first letter and host of an e-mail address. */
    public static String of(String kind, String account) {
        if (kind.equals("paypal")) {
            return account.charAt(0) + HIDDEN + account.substring(Math.max(1, account.indexOf('@')));
        }
        return account.substring(0, 2) + HIDDEN + account.substring(Math.max(2, account.length() - SHOWN));
    }
}
