package com.rebatesuite.rebate.quote;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.rebatesuite.rebate.quote.Verdict.Holds;
import com.rebatesuite.rebate.quote.Verdict.Refused;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signs quotes and knows them again: {@code key.content.signature}. Pure, quick, and usable by several threads; the first of
 * the keys signs, any of them is known again, so that a new key can take over before the old one goes.
 */
public final class Quotes {

    /** No text of ours is longer, and none that is gets read. */
    public static final int LONGEST = 4096;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final SigningKey signing;
    private final Map<String, SigningKey> known = new LinkedHashMap<>();

    Quotes(List<SigningKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys: none (expected: at least one)");
        }
        this.signing = keys.getFirst();
        keys.forEach(key -> known.put(key.id(), key));
    }

    /** For tests and other readers: keys as {@code id:base64}. */
    public static Quotes of(String... keys) {
        return new Quotes(List.of(keys).stream().map(SigningKey::parse).toList());
    }

    /** The text a shopper takes along. */
    public String sign(Quote quote) {
        var content = signing.id() + "." + ENCODER.encodeToString(QuoteText.write(quote));
        return content + "." + ENCODER.encodeToString(signing.sign(content.getBytes(US_ASCII)));
    }

    /** What the text promises to a line, or why it promises nothing. Never throws, whatever the text is. */
    public Verdict verify(String text, Sale sale) {
        var parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3 || !genuine(parts)) {
            return new Refused("the quote is none of ours, or was changed");
        }
        return judge(QuoteText.read(DECODER.decode(parts[1])), sale);
    }

    private boolean genuine(String[] parts) {
        var key = known.get(parts[0]);
        if (key == null) {
            return false;
        }
        // The text is compared, not its bytes: base64 can be written in more than one way.
        var expected = ENCODER.encodeToString(key.sign((parts[0] + "." + parts[1]).getBytes(US_ASCII)));
        return MessageDigest.isEqual(expected.getBytes(US_ASCII), parts[2].getBytes(US_ASCII));
    }

    private static Verdict judge(Quote quote, Sale sale) {
        if (!quote.userId().equals(sale.userId())) {
            return new Refused("the quote was given to another shopper");
        }
        if (!quote.sku().equals(sale.sku())) {
            return new Refused("the quote is for " + quote.sku() + ", not for " + sale.sku());
        }
        if (!quote.currency().equals(sale.currency())) {
            return new Refused("the quote is in " + quote.currency() + ", the order in " + sale.currency());
        }
        if (!sale.orderedAt().isBefore(quote.expiresAt())) {
            return new Refused("the quote had expired at " + quote.expiresAt() + ", before the order");
        }
        return new Holds(quote.promise(sale.quantity()));
    }
}
