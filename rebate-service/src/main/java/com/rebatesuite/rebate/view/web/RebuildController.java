package com.rebatesuite.rebate.view.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.view.Generation;
import com.rebatesuite.rebate.view.RebuildViews;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds the views from the log. Asking again while one is building is the same request, so it needs no key. */
@RestController
@RequestMapping("/ops/rebates/views/rebuild")
class RebuildController {

    private final RebuildViews rebuild;

    RebuildController(RebuildViews rebuild) {
        this.rebuild = rebuild;
    }

    @AnswersWith(202)
    @PostMapping
    ResponseEntity<RebuildResponse> start(@Parameter(hidden = true) Caller caller) {
        var generation = rebuild.request(caller.subject());
        return ResponseEntity.accepted()
                .location(URI.create("/ops/rebates/views/rebuild/" + generation.number()))
                .body(RebuildResponse.of(generation, null, null));
    }

    @GetMapping("/{generation}")
    RebuildResponse status(@PathVariable("generation") int number) {
        return rebuild.progress(number)
                .map(progress -> RebuildResponse.of(progress.generation(), progress.written(), progress.end()))
                .orElseThrow(() -> Problems.refusal(Problems.of(
                        HttpStatus.NOT_FOUND,
                        "rebuild-not-found",
                        "there was no generation " + number + " of the views")));
    }

    /**
     * How a rebuild is doing.
     *
     * @param written offsets of the log that are in it, summed over the partitions
     * @param end the same sum where the log ends
     */
    record RebuildResponse(
            int generation,
            String state,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            @Nullable Instant servedAt,
            @Nullable Long written,
            @Nullable Long end) {

        static RebuildResponse of(Generation generation, @Nullable Long written, @Nullable Long end) {
            return new RebuildResponse(
                    generation.number(),
                    generation.state().toString(),
                    generation.requestedBy(),
                    generation.requestedAt(),
                    generation.servedAt(),
                    written,
                    end);
        }
    }
}
