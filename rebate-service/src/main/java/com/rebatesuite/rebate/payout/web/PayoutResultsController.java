package com.rebatesuite.rebate.payout.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.payout.ReportResults;
import com.rebatesuite.rebate.payout.ReportResults.Status;
import com.rebatesuite.rebate.payout.ResultLine;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Finance hands in what the bank says about a batch. The same file again does nothing, so that it needs no key. */
@RestController
class PayoutResultsController {

    private static final String PATH = PayoutBatchController.PATH + "/{batchId}/results";
    private static final int MOST_BYTES = 1 << 20;

    private final ReportResults reportResults;

    PayoutResultsController(ReportResults reportResults) {
        this.reportResults = reportResults;
    }

    @AnswersWith({200, 202})
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ResultsResponse> json(
            @PathVariable String batchId,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Valid @RequestBody ResultsRequest request) {
        return report(batchId, request.lines(), prefer);
    }

    @AnswersWith({200, 202})
    @PostMapping(path = PATH, consumes = "text/csv")
    ResponseEntity<ResultsResponse> csv(
            @PathVariable String batchId,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestBody byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "content-too-large",
                    "file: " + file.length + " bytes (expected: at most " + MOST_BYTES + ")"));
        }
        return report(batchId, ResultsFile.read(file), prefer);
    }

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableFile unreadable) {
        return Problems.of(HttpStatus.BAD_REQUEST, "unreadable-file", String.valueOf(unreadable.getMessage()));
    }

    private ResponseEntity<ResultsResponse> report(String batchId, List<ResultLine> lines, @Nullable String prefer) {
        var answers = reportResults
                .report(batchId, lines, Patience.of(prefer))
                .orElseThrow(() -> PayoutProblems.noBatch(batchId));
        var all = answers.stream().noneMatch(answer -> answer.status() == Status.ACCEPTED);
        return ResponseEntity.status(all ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(ResultsResponse.of(batchId, answers));
    }
}
