package com.rebatesuite.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What makes two requests the same one: method, path, query in any order, and body. */
final class Fingerprint {

    private Fingerprint() {}

    static byte[] of(String method, String path, Map<String, String[]> query, byte[] body) {
        var digest = sha256();
        part(digest, method.getBytes(UTF_8));
        part(digest, path.getBytes(UTF_8));
        new TreeMap<>(query).forEach((name, values) -> {
            part(digest, name.getBytes(UTF_8));
            var sorted = values.clone();
            Arrays.sort(sorted);
            for (var value : sorted) {
                part(digest, value.getBytes(UTF_8));
            }
        });
        part(digest, body);
        return digest.digest();
    }

    /** With its length before it, so that no two lists of parts look alike. */
    private static void part(MessageDigest digest, byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
