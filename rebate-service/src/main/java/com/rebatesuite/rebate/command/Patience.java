package com.rebatesuite.rebate.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a caller would wait for the outcome instead of being told where to find it: 0..10 s. */
public record Patience(Duration most) {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    public static final Patience USUAL = new Patience(Duration.ofSeconds(3));
    private static final Pattern WAIT = Pattern.compile("(?i)wait\\s*=\\s*\"?(\\d{1,9})\"?");

    public Patience {
        if (most.isNegative() || most.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("patience: " + most + " (expected: 0s.." + LONGEST + ")");
        }
    }

    /** What {@code Prefer: wait=n} (RFC 7240) says. A preference that cannot be met or read is none. */
    public static Patience of(@Nullable String prefer) {
        return prefer == null
                ? USUAL
                : Arrays.stream(prefer.split("[,;]"))
                        .map(preference -> WAIT.matcher(preference.strip()))
                        .filter(wait -> wait.matches())
                        .map(wait -> seconds(Long.parseLong(wait.group(1))))
                        .findFirst()
                        .orElse(USUAL);
    }

    private static Patience seconds(long seconds) {
        return new Patience(Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())));
    }
}
