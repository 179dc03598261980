package com.rebatesuite.rebate.quote;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that quotes are signed with, HMAC-SHA256, and the name by which a quote says so. */
final class SigningKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,16}");
    private static final int MIN_BYTES = 32;

    private final String id;
    private final SecretKeySpec secret;

    SigningKey(String id, byte[] secret) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("key id: " + id + " (expected: 1..16 letters, digits, - or _)");
        }
        if (secret.length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "secret of key " + id + ": " + secret.length + " bytes (expected: " + MIN_BYTES + " or more)");
        }
        this.id = id;
        this.secret = new SecretKeySpec(Arrays.copyOf(secret, secret.length), ALGORITHM);
    }

    /** Reads {@code id:base64}. The secret itself never gets into a message. */
    static SigningKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("key: one without a colon (expected: id:base64)");
        }
        return new SigningKey(text.substring(0, colon), decoded(text.substring(colon + 1)));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("secret of a key: no base64 (expected: id:base64)");
        }
    }

    String id() {
        return id;
    }

    byte[] sign(byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
