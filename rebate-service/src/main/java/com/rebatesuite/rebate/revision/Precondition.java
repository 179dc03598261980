package com.rebatesuite.rebate.revision;

import org.jspecify.annotations.Nullable;

/** What a request says in If-Match and If-None-Match about the revision that it is on top of. */
public record Precondition(
        @Nullable String ifMatch, @Nullable String ifNoneMatch) {

    /** The revision that the sender has seen; 0 when there shall be none. */
    public int revision() {
        if (ifMatch == null || "*".equals(ifNoneMatch)) {
            return 0;
        }
        try {
            return Integer.parseInt(ifMatch.strip().replace("\"", ""));
        } catch (NumberFormatException unreadable) {
            throw new BadETag(ifMatch);
        }
    }

    /** The sender says nothing about it. */
    public boolean missing() {
        return ifMatch == null && ifNoneMatch == null;
    }

    /** An ETag that we did not give out. */
    public static class BadETag extends RuntimeException {

        BadETag(String ifMatch) {
            super("If-Match: " + ifMatch + " (expected: an ETag of this resource)");
        }
    }
}
