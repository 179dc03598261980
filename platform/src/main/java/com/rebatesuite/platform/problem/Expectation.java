package com.rebatesuite.platform.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a value should have been, in words of who sent it: he does not know our classes. */
final class Expectation {

    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(Instant.class, "a moment in UTC, such as 2026-01-05T10:15:30Z"),
            Map.entry(LocalDate.class, "a day, such as 2026-01-05"),
            Map.entry(Duration.class, "a duration, such as PT15M"),
            Map.entry(UUID.class, "a UUID"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(int.class, "a whole number"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(long.class, "a whole number"),
            Map.entry(Long.class, "a whole number"));

    private Expectation() {}

    /** Empty for a type that nobody outside has heard of. */
    static Optional<String> of(Class<?> type) {
        return type.isEnum() ? Optional.of(oneOf(type)) : Optional.ofNullable(WORDS.get(type));
    }

    private static String oneOf(Class<?> type) {
        return "one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", "));
    }
}
