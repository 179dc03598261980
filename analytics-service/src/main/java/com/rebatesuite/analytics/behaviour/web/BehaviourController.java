package com.rebatesuite.analytics.behaviour.web;

import com.rebatesuite.analytics.behaviour.BehaviourLog.BehaviourUnavailable;
import com.rebatesuite.analytics.behaviour.CollectBehaviour;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where the app reports what its user did. */
@RestController
class BehaviourController {

    private static final String RETRY_SECONDS = "5";

    private final CollectBehaviour behaviour;

    BehaviourController(CollectBehaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** 202 when every good event is safe; of each one the answer says whether it was. Repeats are harmless. */
    @AnswersWith(202)
    @PostMapping("/api/behaviour")
    ResponseEntity<BehaviourResponse> collect(
            @Parameter(hidden = true) Caller caller, @Valid @RequestBody BehaviourRequest request) {
        var answers = behaviour.collect(caller.subject(), request.events());
        return ResponseEntity.accepted().body(BehaviourResponse.of(answers));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(BehaviourUnavailable unavailable) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "behaviour-unavailable",
                        "behaviour cannot be kept at the moment; send the batch again, event ids make it harmless"));
    }
}
