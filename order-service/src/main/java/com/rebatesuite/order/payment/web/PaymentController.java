package com.rebatesuite.order.payment.web;

import com.rebatesuite.order.ordering.UnknownOrder;
import com.rebatesuite.order.payment.PaymentAnswer;
import com.rebatesuite.order.payment.PaymentAnswer.Noted;
import com.rebatesuite.order.payment.PaymentAnswer.TryLater;
import com.rebatesuite.order.payment.PaymentAnswer.Unbookable;
import com.rebatesuite.order.payment.TakePayment;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.webhook.WebhookSignature;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
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

/** Where the payment provider calls. It has no token: its signature over the bytes of the body is what counts. */
@RestController
@EnableConfigurationProperties(PaymentProperties.class)
class PaymentController {

    private final TakePayment takePayment;
    private final WebhookSignature signature;
    private final JsonMapper json;

    PaymentController(TakePayment takePayment, PaymentProperties properties, Clock clock, JsonMapper json) {
        this.takePayment = takePayment;
        this.signature = properties.webhook().signature(clock);
        this.json = json;
    }

    @Operation(summary = "Takes a signed message of the payment provider (Standard Webhooks)")
    @PostMapping("/webhooks/payments")
    ResponseEntity<Object> payment(
            @RequestHeader("webhook-id") String id,
            @RequestHeader("webhook-timestamp") String timestamp,
            @RequestHeader("webhook-signature") String signatures,
            @RequestBody byte[] payload) {
        signature.check(id, timestamp, signatures, payload);
        return read(payload)
                .notice(id)
                .map(notice -> answer(takePayment.take(notice)))
                .orElseGet(() -> ResponseEntity.ok().build());
    }

    private PaymentWebhook read(byte[] payload) {
        try {
            return json.readValue(payload, PaymentWebhook.class);
        } catch (JacksonException unreadable) {
            throw new UnreadableWebhook("body: not a payment message (expected: type, timestamp, data)");
        }
    }

    private static ResponseEntity<Object> answer(PaymentAnswer answer) {
        return switch (answer) {
            case Noted noted -> ResponseEntity.ok().build();
            case TryLater later ->
                throw Problems.refusal(Problems.retryable(HttpStatus.CONFLICT, "order-not-confirmed", later.detail()));
            case Unbookable unbookable ->
                throw Problems.refusal(
                        Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, unbookable.code(), unbookable.detail()));
        };
    }

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableWebhook unreadable) {
        return Problems.of(HttpStatus.BAD_REQUEST, "unreadable-webhook", String.valueOf(unreadable.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unknownOrder(UnknownOrder unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-order", String.valueOf(unknown.getMessage()));
    }
}
