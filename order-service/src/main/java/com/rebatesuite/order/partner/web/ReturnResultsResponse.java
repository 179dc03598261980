package com.rebatesuite.order.partner.web;

import com.rebatesuite.order.partner.FeedResult;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each return of a batch, in their order. */
record ReturnResultsResponse(List<Result> results) {

    static ReturnResultsResponse of(List<FeedResult> results) {
        return new ReturnResultsResponse(results.stream().map(Result::of).toList());
    }

    record Result(
            String externalNumber,
            String status,
            @Nullable UUID returnId,
            @Nullable String code,
            @Nullable String detail,
            boolean retryable) {

        static Result of(FeedResult result) {
            return new Result(
                    result.externalNumber(),
                    result.status().name().toLowerCase(Locale.ROOT),
                    result.subjectId(),
                    result.code(),
                    result.detail(),
                    result.retryable());
        }
    }
}
