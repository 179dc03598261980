package com.rebatesuite.rebate.payout.web;

import com.rebatesuite.rebate.payout.ReportResults.LineAnswer;
import com.rebatesuite.rebate.payout.ReportResults.Status;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of each line, and how many came to which end. */
record ResultsResponse(String batchId, long done, long accepted, long repeated, long refused, List<Line> lines) {

    static ResultsResponse of(String batchId, List<LineAnswer> answers) {
        return new ResultsResponse(
                batchId,
                count(answers, Status.DONE),
                count(answers, Status.ACCEPTED),
                count(answers, Status.REPEATED),
                count(answers, Status.REFUSED),
                answers.stream().map(Line::of).toList());
    }

    private static long count(List<LineAnswer> answers, Status status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    /** A line; {@code status} is {@code done}, {@code accepted} (it will be), {@code repeated} or {@code refused}. */
    record Line(
            int line,
            String withdrawalId,
            String status,
            @Nullable String code,
            @Nullable String detail) {

        static Line of(LineAnswer answer) {
            return new Line(
                    answer.line(),
                    answer.withdrawalId(),
                    answer.status().name().toLowerCase(Locale.ROOT),
                    answer.code(),
                    answer.detail());
        }
    }
}
