package com.rebatesuite.inventory.alert.web;

import com.rebatesuite.inventory.alert.AcknowledgeAlert;
import com.rebatesuite.inventory.alert.Alert;
import com.rebatesuite.inventory.alert.AlertQuery;
import com.rebatesuite.inventory.alert.AlertState;
import com.rebatesuite.inventory.alert.Alerts;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alerts for operators. */
@RestController
@RequestMapping("/ops/stock/alerts")
class AlertController {

    private final Alerts alerts;
    private final AcknowledgeAlert acknowledgeAlert;

    AlertController(Alerts alerts, AcknowledgeAlert acknowledgeAlert) {
        this.alerts = alerts;
        this.acknowledgeAlert = acknowledgeAlert;
    }

    /** Alerts, the newest first. */
    @GetMapping
    Page<AlertResponse> alerts(
            @RequestParam(required = false) @Nullable @Pattern(regexp = "open|acknowledged|cleared") String state,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "low|out") String kind,
            @RequestParam(required = false) @Nullable @Size(max = 64) String sku,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        var found = alerts.page(new AlertQuery(
                Optional.ofNullable(state).map(AlertState::of).orElse(null),
                Optional.ofNullable(kind).map(Supply::of).orElse(null),
                sku,
                after(cursor),
                pageSize + 1));
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(AlertResponse::of).toList(),
                found.size() > pageSize
                        ? Cursor.of(page.getLast().id().toString()).encode()
                        : null);
    }

    /** One alert, with what it is made of. */
    @GetMapping("/{id}")
    AlertResponse alert(@PathVariable UUID id) {
        var alert = alerts.find(id).orElseThrow(() -> unknown(id));
        return AlertResponse.of(alert, alerts.crossings(alert));
    }

    /** Takes an alert upon oneself. What is acknowledged or cleared already stays as it is. */
    @PostMapping("/{id}/acknowledge")
    ResponseEntity<AlertResponse> acknowledge(
            IdempotentRequest idempotent,
            @PathVariable UUID id,
            @Valid @RequestBody AcknowledgeRequest request,
            Caller caller) {
        return idempotent.answer(() -> ResponseEntity.ok(AlertResponse.of(acknowledged(id, request, caller))));
    }

    private Alert acknowledged(UUID id, AcknowledgeRequest request, Caller caller) {
        return acknowledgeAlert
                .acknowledge(id, caller.subject(), request.note())
                .orElseThrow(() -> unknown(id));
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        try {
            return Cursor.decode(cursor, 1)
                    .map(decoded -> UUID.fromString(decoded.part(0)))
                    .orElse(null);
        } catch (IllegalArgumentException notOurs) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", "the cursor is not from this list"));
        }
    }

    private static ErrorResponseException unknown(UUID id) {
        return Problems.refusal(Problems.of(HttpStatus.NOT_FOUND, "unknown-alert", "there is no alert " + id));
    }

    /** In whose words, if any, an alert is taken on. */
    record AcknowledgeRequest(@Nullable @Size(max = 500) String note) {}
}
