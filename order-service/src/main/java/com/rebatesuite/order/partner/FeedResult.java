package com.rebatesuite.order.partner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a batch. {@code subjectId} is the order or return it stands for; {@code code} and {@code
 * detail} say why it stands for none.
 */
public record FeedResult(
        String externalNumber,
        Status status,
        @Nullable UUID subjectId,
        @Nullable String code,
        @Nullable String detail,
        boolean retryable) {

    /** How an item fared. */
    public enum Status {
        /** It took effect, now. */
        ACCEPTED,
        /** It has taken effect before. */
        DUPLICATE,
        /** It cannot ever take effect as it is. */
        INVALID,
        /** It cannot take effect on the order as that is. */
        REJECTED
    }

    /** It took effect. */
    public static FeedResult accepted(String externalNumber, UUID subjectId) {
        return new FeedResult(externalNumber, Status.ACCEPTED, subjectId, null, null, false);
    }

    /** It had taken effect before. */
    public static FeedResult duplicate(String externalNumber, UUID subjectId) {
        return new FeedResult(externalNumber, Status.DUPLICATE, subjectId, null, null, false);
    }

    /** It says something impossible. */
    public static FeedResult invalid(String externalNumber, String code, String detail) {
        return new FeedResult(externalNumber, Status.INVALID, null, code, detail, false);
    }

    /** The order does not allow it. */
    public static FeedResult rejected(String externalNumber, String code, String detail, boolean retryable) {
        return new FeedResult(externalNumber, Status.REJECTED, null, code, detail, retryable);
    }

    /** What the same item gets when it comes a second time in one batch. */
    FeedResult repeated() {
        return status == Status.ACCEPTED && subjectId != null ? duplicate(externalNumber, subjectId) : this;
    }
}
