package com.rebatesuite.rebate.account.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.account.FreezeAccount;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.reason.Reason;
import com.rebatesuite.rebate.view.FrozenView;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The freeze of an account is there or not: set and taken away with a reason. */
@RestController
@RequestMapping("/ops/rebates/users/{userId}/freeze")
class FreezeController {

    private final FreezeAccount freezeAccount;

    FreezeController(FreezeAccount freezeAccount) {
        this.freezeAccount = freezeAccount;
    }

    @GetMapping
    FreezeResponse state(@PathVariable String userId) {
        return freezeAccount
                .state(userId)
                .map(state -> FreezeResponse.of(userId, state))
                .orElseGet(() -> FreezeResponse.never(userId));
    }

    @AnswersWith(value = 200, empty = 202)
    @PutMapping
    ResponseEntity<FreezeResponse> freeze(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String userId,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Valid @RequestBody FreezeRequest request) {
        return answer(userId, freezeAccount.freeze(userId, request.reason(), caller.subject(), Patience.of(prefer)));
    }

    /** The reason is a parameter: what a DELETE carries as its body gets lost on the way. */
    @AnswersWith(value = 200, empty = 202)
    @DeleteMapping
    ResponseEntity<FreezeResponse> unfreeze(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String userId,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestParam("reason") @Reason String reason) {
        return answer(userId, freezeAccount.unfreeze(userId, reason, caller.subject(), Patience.of(prefer)));
    }

    private static ResponseEntity<FreezeResponse> answer(String userId, Optional<FrozenView> seen) {
        return seen.map(state -> ResponseEntity.ok(FreezeResponse.of(userId, state)))
                .orElseGet(() -> ResponseEntity.accepted()
                        .location(UriComponentsBuilder.fromPath("/ops/rebates/users/{userId}/freeze")
                                .build(userId))
                        .build());
    }

    /** Why. */
    record FreezeRequest(@Reason String reason) {}
}
