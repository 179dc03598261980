package com.rebatesuite.rebate.withdrawal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where money goes: {@code iban} with a bank account, {@code paypal} with an e-mail address, and whose it is. */
public record PayoutMethod(String kind, String account, String holder) {

    // As banks take it: their files know no more than 70 characters, and no signs that a table would calculate with.
    private static final Pattern HOLDER = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N} .,'’/&()-]{0,69}");
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9]([a-z0-9-]{0,62}\\.)+[a-z]{2,63}");
    private static final int LONGEST_EMAIL = 254;

    /**
     * Checks itself, and brings the account into its one form.
     *
     * @throws BadPayoutMethod if no money can go there
     */
    public PayoutMethod {
        account = kind.equals("iban") ? iban(account) : email(kind, account);
        holder = holder.strip();
        if (!HOLDER.matcher(holder).matches()) {
            throw new BadPayoutMethod("holder: " + holder.length() + " characters (expected: a name of 1..70)");
        }
    }

    private static String iban(String account) {
        var iban = account.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!Iban.isValid(iban)) {
            throw new BadPayoutMethod("account: no IBAN (expected: one whose check digits fit)");
        }
        return iban;
    }

    private static String email(String kind, String account) {
        if (!kind.equals("paypal")) {
            throw new BadPayoutMethod("kind: another one (expected: iban or paypal)");
        }
        var email = account.strip().toLowerCase(Locale.ROOT);
        if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            throw new BadPayoutMethod("account: no e-mail address (expected: that of a PayPal account)");
        }
        return email;
    }
}
