package com.rebatesuite.rebate.withdrawal;

import java.util.regex.Pattern;

/** The number of a bank account in ISO 13616: country, two check digits, and up to 30 characters of the bank's own. */
final class Iban {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(0[2-9]|[1-8]\\d|9[0-8])[A-Z0-9]{11,30}");

    private Iban() {}

    /** Whether it has the form and its check digits fit; nothing says that there is such an account. */
    static boolean isValid(String iban) {
        return FORM.matcher(iban).matches() && remainder(iban) == 1;
    }

    /** Of division by 97, with the first four characters moved to the end and letters counting 10 to 35. */
    private static int remainder(String iban) {
        return (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .map(character -> Character.digit(character, 36))
                .reduce(0, (rest, value) -> (rest * (value > 9 ? 100 : 10) + value) % 97);
    }
}
