package com.rebatesuite.inventory.view.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.platform.problem.Problems;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/** What all answers about levels have in common. */
final class Answers {

    private static final int TAG_BYTES = 12;

    private Answers() {}

    /** To be kept by the asker, and asked for again by its name: it has no body if it is still the same. */
    static <T> ResponseEntity<T> named(String etag, T body) {
        return ResponseEntity.ok()
                .eTag('"' + etag + '"')
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(body);
    }

    /** A level at a sequence is always the same, so the sequences name what is made of levels. */
    static String etag(Collection<StockLevel> levels, Collection<String> rest) {
        var named = sha256();
        levels.forEach(level -> add(named, level.key().sku(), level.key().location(), "" + level.sequence()));
        rest.forEach(word -> add(named, word));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(named.digest(), TAG_BYTES));
    }

    static ErrorResponseException unknownSku(String detail) {
        return Problems.refusal(Problems.of(HttpStatus.NOT_FOUND, "unknown-sku", detail));
    }

    private static void add(MessageDigest named, String... words) {
        for (var word : words) {
            named.update(word.getBytes(UTF_8));
            named.update((byte) 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
