package com.rebatesuite.rebate.earning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line earns.
 *
 * @param parts the first is the base, bonuses follow; empty only with a reason
 * @param reason why it earns nothing, in words a shopper understands
 */
public record EarnedLine(
        int line, List<Part> parts, @Nullable String reason) {

    public EarnedLine {
        if (parts.isEmpty() && reason == null) {
            throw new IllegalArgumentException("reason: none for line " + line + " (expected: words, without parts)");
        }
        parts = List.copyOf(parts);
    }
}
