package com.rebatesuite.rebate.withdrawal.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.listing.BadPage;
import com.rebatesuite.rebate.withdrawal.RequestWithdrawal;
import com.rebatesuite.rebate.withdrawal.RequestWithdrawal.Answer;
import com.rebatesuite.rebate.withdrawal.WithdrawalRequested;
import com.rebatesuite.rebate.withdrawal.Withdrawals;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shopper wants his money, and sees what became of it: only his own. */
@RestController
@RequestMapping(WithdrawalController.PATH)
class WithdrawalController {

    static final String PATH = "/api/rebates/withdrawals";
    private static final int MOST = 200;

    private final RequestWithdrawal requestWithdrawal;
    private final Withdrawals withdrawals;
    private final Clock clock;

    WithdrawalController(RequestWithdrawal requestWithdrawal, Withdrawals withdrawals, Clock clock) {
        this.requestWithdrawal = requestWithdrawal;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @AnswersWith(
            value = 201,
            empty = {202, 204})
    @PostMapping
    ResponseEntity<WithdrawalResponse> request(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @Valid @RequestBody WithdrawalRequest request) {
        var key = IdempotencyKey.of(idempotencyKey);
        var wanted =
                WithdrawalRequested.of(key, caller.subject(), request.amount().money(), clock.instant());
        return answer(
                dryRun
                        ? requestWithdrawal.tryOut(key, wanted)
                        : requestWithdrawal.request(key, wanted, Patience.of(prefer)));
    }

    @GetMapping
    Page<WithdrawalResponse> all(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        if (pageSize < 1 || pageSize > MOST) {
            throw BadPage.size(pageSize, MOST);
        }
        var page = withdrawals.page(caller.subject(), cursor, pageSize);
        return new Page<>(page.items().stream().map(WithdrawalResponse::of).toList(), page.nextCursor());
    }

    @GetMapping("/{withdrawalId}")
    WithdrawalResponse one(@Parameter(hidden = true) Caller caller, @PathVariable String withdrawalId) {
        return withdrawals
                .find(caller.subject(), withdrawalId)
                .map(WithdrawalResponse::of)
                .orElseThrow(() -> WithdrawalProblems.notFound(withdrawalId));
    }

    private static ResponseEntity<WithdrawalResponse> answer(Answer answer) {
        return switch (answer) {
            case Answer.Held held -> held(held);
            case Answer.Refused refused -> throw WithdrawalProblems.refused(refused);
            case Answer.Accepted accepted ->
                ResponseEntity.accepted()
                        .location(location(accepted.withdrawalId()))
                        .build();
            case Answer.Possible possible -> ResponseEntity.noContent().build();
        };
    }

    private static ResponseEntity<WithdrawalResponse> held(Answer.Held held) {
        var created = ResponseEntity.created(location(held.withdrawal().withdrawalId()));
        if (held.again()) {
            created.header(WithdrawalProblems.HIT, "true");
        }
        return created.body(WithdrawalResponse.held(held.withdrawal()));
    }

    private static URI location(String withdrawalId) {
        return URI.create(PATH + "/" + withdrawalId);
    }
}
