package com.rebatesuite.inventory.notification.web;

import com.rebatesuite.inventory.notification.Channel;
import com.rebatesuite.inventory.notification.ChannelType;
import com.rebatesuite.inventory.notification.Channels;
import com.rebatesuite.inventory.notification.OpenChannel;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is told of alerts. */
@RestController
@RequestMapping("/ops/stock/alert-channels")
class ChannelController {

    private final Channels channels;
    private final OpenChannel openChannel;
    private final Clock clock;

    ChannelController(Channels channels, OpenChannel openChannel, Clock clock) {
        this.channels = channels;
        this.openChannel = openChannel;
        this.clock = clock;
    }

    /** A new channel. The secret of a webhook is in this answer and in no other one. */
    @AnswersWith(201)
    @PostMapping
    ResponseEntity<ChannelResponse> open(
            IdempotentRequest idempotent, @Valid @RequestBody ChannelRequest request, Caller caller) {
        return idempotent.answer(() -> {
            var type = ChannelType.of(request.type());
            openChannel.objection(type, request.address()).ifPresent(objection -> {
                var status = objection.ours() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
                throw Problems.refusal(Problems.of(status, objection.code(), objection.detail()));
            });
            var channel = openChannel.open(
                    type, request.categoryOrAny(), request.kindsOrAll(), request.address(), caller.subject());
            return ResponseEntity.status(HttpStatus.CREATED).body(ChannelResponse.withSecret(channel));
        });
    }

    /** All channels, the newest first. */
    @GetMapping
    Page<ChannelResponse> channels(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        var found = channels.page(IdCursor.read(cursor), pageSize + 1);
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(ChannelResponse::of).toList(),
                found.size() > pageSize
                        ? Cursor.of(page.getLast().id().toString()).encode()
                        : null);
    }

    /** A new secret for a webhook; the one before signs as well for a day. */
    @PostMapping("/{id}/rotate-secret")
    ResponseEntity<ChannelResponse> rotate(IdempotentRequest idempotent, @PathVariable UUID id) {
        return idempotent.answer(() -> {
            Channel channel = openChannel.rotate(id).orElseThrow(() -> unknown(id, "webhook"));
            return ResponseEntity.ok(ChannelResponse.withSecret(channel));
        });
    }

    /** Removes a channel; what it was still to be told is cancelled. */
    @AnswersWith(empty = 204)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        if (!channels.remove(id, clock.instant())) {
            throw unknown(id, "channel");
        }
        return ResponseEntity.noContent().build();
    }

    private static ErrorResponseException unknown(UUID id, String what) {
        return Problems.refusal(Problems.of(HttpStatus.NOT_FOUND, "unknown-channel", "there is no " + what + " " + id));
    }
}
