package com.rebatesuite.rebate.payout.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.listing.BadPage;
import com.rebatesuite.rebate.listing.DayRange;
import com.rebatesuite.rebate.payout.Batches;
import com.rebatesuite.rebate.payout.MakeBatch;
import com.rebatesuite.rebate.payout.MakeBatch.Answer;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finance makes batches and fetches them for the bank. */
@RestController
@RequestMapping(PayoutBatchController.PATH)
class PayoutBatchController {

    static final String PATH = "/ops/rebates/payout-batches";
    static final MediaType CSV = new MediaType("text", "csv");
    private static final int MOST = 50;

    private final MakeBatch makeBatch;
    private final Batches batches;
    private final Clock clock;

    PayoutBatchController(MakeBatch makeBatch, Batches batches, Clock clock) {
        this.makeBatch = makeBatch;
        this.batches = batches;
        this.clock = clock;
    }

    @AnswersWith(value = 201, empty = 202)
    @PostMapping
    ResponseEntity<BatchResponse> make(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Valid @RequestBody BatchRequest request) {
        var key = IdempotencyKey.of(idempotencyKey);
        return switch (makeBatch.make(key, caller.subject(), request.selection(), Patience.of(prefer))) {
            case Answer.Made made -> made(made);
            case Answer.Accepted accepted ->
                ResponseEntity.accepted().location(location(accepted.batchId())).build();
            case Answer.NothingOpen nothing -> throw PayoutProblems.nothingOpen();
        };
    }

    @GetMapping
    Page<BatchResponse> all(
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            @RequestParam(name = "to", required = false) @Nullable LocalDate to,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        if (pageSize < 1 || pageSize > MOST) {
            throw BadPage.size(pageSize, MOST);
        }
        var days = DayRange.of(from, to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var page = batches.page(days, cursor, pageSize);
        return new Page<>(page.items().stream().map(BatchResponse::summary).toList(), page.nextCursor());
    }

    @GetMapping("/{batchId}")
    BatchResponse one(@PathVariable String batchId) {
        return batches.find(batchId).map(BatchResponse::of).orElseThrow(() -> PayoutProblems.noBatch(batchId));
    }

    @GetMapping(path = "/{batchId}", headers = "Accept=text/csv")
    ResponseEntity<byte[]> file(@PathVariable String batchId) {
        var batch = batches.find(batchId).orElseThrow(() -> PayoutProblems.noBatch(batchId));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payouts-" + batch.batchId() + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(BatchFile.of(batch));
    }

    private static ResponseEntity<BatchResponse> made(Answer.Made made) {
        var created = ResponseEntity.created(location(made.batch().batchId()));
        if (made.again()) {
            created.header("Idempotency-Hit", "true");
        }
        return created.body(BatchResponse.of(made.batch()));
    }

    private static URI location(String batchId) {
        return URI.create(PATH + "/" + batchId);
    }
}
