package com.rebatesuite.inventory.view.web;

import com.rebatesuite.inventory.view.Rebuild;
import com.rebatesuite.inventory.view.RebuildView;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds the fast view by one command; nobody who reads or books has to wait for it. */
@RestController
@RequestMapping(RebuildController.PATH)
class RebuildController {

    static final String PATH = "/ops/stock/view/rebuild";

    private final RebuildView rebuild;

    RebuildController(RebuildView rebuild) {
        this.rebuild = rebuild;
    }

    /** Begins one, or answers the one that is on its way. */
    @AnswersWith(202)
    @PostMapping
    ResponseEntity<RebuildResponse> begin(IdempotentRequest idempotent) {
        return idempotent.answer(() -> accepted(rebuild.begin()));
    }

    /** How far it is. */
    @GetMapping("/{id}")
    RebuildResponse status(@PathVariable UUID id) {
        return rebuild.of(id)
                .map(RebuildResponse::of)
                .orElseThrow(() -> Problems.refusal(Problems.of(
                        HttpStatus.NOT_FOUND, "unknown-rebuild", "no rebuild of the last day has the id " + id)));
    }

    private static ResponseEntity<RebuildResponse> accepted(Rebuild begun) {
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + begun.id()))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(RebuildResponse.of(begun));
    }

    /** How far a rebuild is: running, done or failed. */
    record RebuildResponse(
            UUID id, String state, Instant startedAt, Instant updatedAt, long products, long levels, long removed) {

        static RebuildResponse of(Rebuild rebuild) {
            return new RebuildResponse(
                    rebuild.id(),
                    rebuild.state().wire(),
                    rebuild.startedAt(),
                    rebuild.updatedAt(),
                    rebuild.products(),
                    rebuild.levels(),
                    rebuild.removed());
        }
    }
}
