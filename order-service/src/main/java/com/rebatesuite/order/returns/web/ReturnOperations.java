package com.rebatesuite.order.returns.web;

import static java.util.stream.Collectors.toMap;

import com.rebatesuite.order.returns.Condition;
import com.rebatesuite.order.returns.ReturnDecision;
import com.rebatesuite.order.returns.SettleReturn;
import com.rebatesuite.order.returns.UnknownReturn;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators do with returns. */
@RestController
@RequestMapping("/ops/returns")
class ReturnOperations {

    private final SettleReturn settleReturn;

    ReturnOperations(SettleReturn settleReturn) {
        this.settleReturn = settleReturn;
    }

    @Operation(summary = "Takes a return in; lines that are not named are good")
    @PostMapping("/{id}/receive")
    ResponseEntity<ReturnResponse> receive(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable ReceiveRequest request,
            IdempotentRequest idempotent) {
        var conditions = request == null ? Map.<Integer, Condition>of() : request.conditions();
        return answer(idempotent, () -> settleReturn.receive(id, conditions));
    }

    @Operation(summary = "Turns a return down; its units may be asked for again")
    @PostMapping("/{id}/refuse")
    ResponseEntity<ReturnResponse> refuse(
            @PathVariable UUID id, @Valid @RequestBody RefuseRequest request, IdempotentRequest idempotent) {
        return answer(idempotent, () -> settleReturn.refuse(id, request.reason()));
    }

    private static ResponseEntity<ReturnResponse> answer(
            IdempotentRequest idempotent, Supplier<ReturnDecision> decision) {
        return idempotent.answer(() -> ResponseEntity.ok(ReturnResponse.of(ReturnAnswers.of(decision.get()))));
    }

    /** In which condition the units of which line came. */
    record ReceiveRequest(@Nullable @Size(max = 2000) List<@NotNull @Valid Line> lines) {

        record Line(
                @Min(1) int line,

                @NotNull @Pattern(regexp = "good|damaged", message = "expected: good or damaged") String condition) {

            Condition found() {
                return Condition.valueOf(condition.toUpperCase(Locale.ROOT));
            }
        }

        Map<Integer, Condition> conditions() {
            return lines == null
                    ? Map.of()
                    : lines.stream().collect(toMap(Line::line, Line::found, (first, second) -> second));
        }
    }

    /** Why. */
    record RefuseRequest(@NotBlank @Size(max = 500) String reason) {}

    @ExceptionHandler
    ProblemDetail unknownReturn(UnknownReturn unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-return", String.valueOf(unknown.getMessage()));
    }
}
