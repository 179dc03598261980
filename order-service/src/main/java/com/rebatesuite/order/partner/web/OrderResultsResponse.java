package com.rebatesuite.order.partner.web;

import com.rebatesuite.order.partner.FeedResult;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each order of a batch, in their order. */
record OrderResultsResponse(List<Result> results) {

    static OrderResultsResponse of(List<FeedResult> results) {
        return new OrderResultsResponse(results.stream().map(Result::of).toList());
    }

    record Result(
            String externalNumber,
            String status,
            @Nullable UUID orderId,
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
