package com.rebatesuite.order.returns.web;

import com.rebatesuite.order.ordering.Orders;
import com.rebatesuite.order.ordering.UnknownOrder;
import com.rebatesuite.order.returns.RequestReturn;
import com.rebatesuite.order.returns.Returns;
import com.rebatesuite.order.returns.UnitsBack;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shopper's own returns. */
@RestController
@RequestMapping("/api/orders/{orderId}/returns")
class ReturnController {

    private final RequestReturn requestReturn;
    private final Orders orders;
    private final Returns returns;

    ReturnController(RequestReturn requestReturn, Orders orders, Returns returns) {
        this.requestReturn = requestReturn;
        this.orders = orders;
        this.returns = returns;
    }

    @Operation(summary = "Asks to send units back, within the return window")
    @AnswersWith(201)
    @PostMapping
    ResponseEntity<ReturnResponse> request(
            @PathVariable UUID orderId,
            @Valid @RequestBody ReturnRequestBody body,
            Caller caller,
            IdempotentRequest idempotent) {
        return idempotent.answer(() -> {
            var decision = requestReturn.request(orderId, caller.subject(), body.reason(), body.units());
            return ResponseEntity.created(URI.create("/api/orders/" + orderId + "/returns"))
                    .body(ReturnResponse.of(ReturnAnswers.of(decision)));
        });
    }

    @Operation(summary = "Lists the returns of one of the shopper's orders")
    @GetMapping
    Page<ReturnResponse> list(@PathVariable UUID orderId, Caller caller) {
        if (orders.find(orderId)
                .filter(order -> order.userId().equals(caller.subject()))
                .isEmpty()) {
            throw new UnknownOrder(orderId);
        }
        return new Page<>(
                returns.ofOrders(List.of(orderId)).stream()
                        .map(ReturnResponse::of)
                        .toList(),
                null);
    }

    /** What comes back, and why. */
    record ReturnRequestBody(
            @NotBlank @Size(max = 500) String reason,
            @NotNull @Size(min = 1, max = 2000) List<@NotNull @Valid Line> lines) {

        record Line(
                @Min(1) int line, @Min(1) @Max(1_000_000) int quantity) {}

        List<UnitsBack> units() {
            return lines.stream()
                    .map(line -> new UnitsBack(line.line(), line.quantity()))
                    .toList();
        }
    }

    @ExceptionHandler
    ProblemDetail unknownOrder(UnknownOrder unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-order", String.valueOf(unknown.getMessage()));
    }
}
