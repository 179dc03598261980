package com.rebatesuite.rebate.payout.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.webhook.WebhookSignature;
import com.rebatesuite.rebate.payout.NotePayout;
import com.rebatesuite.rebate.payout.Outcome;
import com.rebatesuite.rebate.payout.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where the payout provider calls. It has no token: its signature over the bytes of the body is what counts. */
@RestController
@EnableConfigurationProperties(PayoutProperties.class)
class PayoutWebhookController {

    private final NotePayout notePayout;
    private final WebhookSignature signature;
    private final JsonMapper json;

    PayoutWebhookController(NotePayout notePayout, PayoutProperties properties, Clock clock, JsonMapper json) {
        this.notePayout = notePayout;
        this.signature = properties.webhook().signature(clock);
        this.json = json;
    }

    @Operation(summary = "Takes a signed message of the payout provider (Standard Webhooks)")
    @PostMapping("/webhooks/payouts")
    ResponseEntity<Void> payout(
            @RequestHeader("webhook-id") String id,
            @RequestHeader("webhook-timestamp") String timestamp,
            @RequestHeader("webhook-signature") String signatures,
            @RequestBody byte[] payload) {
        signature.check(id, timestamp, signatures, payload);
        var message = read(payload);
        outcome(message).ifPresent(outcome -> note(message.withdrawalId(), outcome));
        return ResponseEntity.ok().build();
    }

    private void note(String withdrawalId, Outcome outcome) {
        var verdict =
                notePayout.note(withdrawalId, outcome).orElseThrow(() -> PayoutProblems.noWithdrawal(withdrawalId));
        if (verdict == Verdict.CONTRADICTION) {
            throw PayoutProblems.contradiction(withdrawalId);
        }
    }

    private PayoutWebhook read(byte[] payload) {
        try {
            return json.readValue(payload, PayoutWebhook.class);
        } catch (JacksonException unreadable) {
            throw new UnreadableFile("body: no payout message (expected: type, data)");
        }
    }

    private static Optional<Outcome> outcome(PayoutWebhook message) {
        try {
            return message.outcome();
        } catch (IllegalArgumentException bad) {
            throw new UnreadableFile(String.valueOf(bad.getMessage()));
        }
    }

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableFile unreadable) {
        return Problems.of(HttpStatus.BAD_REQUEST, "unreadable-webhook", String.valueOf(unreadable.getMessage()));
    }
}
