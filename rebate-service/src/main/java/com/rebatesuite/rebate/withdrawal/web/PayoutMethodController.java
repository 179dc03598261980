package com.rebatesuite.rebate.withdrawal.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.withdrawal.BadPayoutMethod;
import com.rebatesuite.rebate.withdrawal.SetPayoutMethod;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shopper says where his money shall go. */
@RestController
@RequestMapping(PayoutMethodController.PATH)
class PayoutMethodController {

    static final String PATH = "/api/rebates/payout-method";

    private final SetPayoutMethod setPayoutMethod;

    PayoutMethodController(SetPayoutMethod setPayoutMethod) {
        this.setPayoutMethod = setPayoutMethod;
    }

    @GetMapping
    MethodResponse get(@Parameter(hidden = true) Caller caller) {
        return setPayoutMethod
                .of(caller.subject())
                .map(MethodResponse::of)
                .orElseThrow(() -> Problems.refusal(
                        Problems.of(HttpStatus.NOT_FOUND, "no-payout-method", "nothing is said yet about where to")));
    }

    @AnswersWith(value = 200, empty = 202)
    @PutMapping
    ResponseEntity<MethodResponse> put(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Valid @RequestBody MethodRequest request) {
        return setPayoutMethod
                .set(caller.subject(), request.method(), Patience.of(prefer))
                .map(method -> ResponseEntity.ok(MethodResponse.of(method)))
                .orElseGet(() ->
                        ResponseEntity.accepted().location(URI.create(PATH)).build());
    }

    @ExceptionHandler
    ProblemDetail bad(BadPayoutMethod bad) {
        return Problems.of(HttpStatus.BAD_REQUEST, "bad-payout-method", String.valueOf(bad.getMessage()));
    }
}
