package com.rebatesuite.rebate.simulation.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleTerms;
import com.rebatesuite.rebate.simulation.Experiment;
import com.rebatesuite.rebate.simulation.SimulateRule;
import com.rebatesuite.rebate.simulation.Simulation;
import com.rebatesuite.rebate.simulation.TooManySimulations;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operators try a draft on the past before somebody approves it. Nothing is moved, so no key is asked for. */
@RestController
@RequestMapping("/ops/rebates/simulations")
class SimulationController {

    private final SimulateRule simulateRule;
    private final AppliedRules rules;

    SimulationController(SimulateRule simulateRule, AppliedRules rules) {
        this.simulateRule = simulateRule;
        this.rules = rules;
    }

    @AnswersWith(202)
    @PostMapping
    ResponseEntity<SimulationResponse> ask(
            @Parameter(hidden = true) Caller caller, @Valid @RequestBody SimulationRequest request) {
        if (!request.to().isAfter(request.from())) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "to: %s (expected: after from, %s)".formatted(request.to(), request.from())));
        }
        var experiment = new Experiment(request.ruleId(), draft(request.ruleId()), request.from(), request.to());
        return accepted(simulateRule.ask(experiment, caller.subject()));
    }

    @GetMapping("/{simulationId}")
    SimulationResponse one(@PathVariable String simulationId) {
        return simulateRule
                .find(simulationId)
                .map(SimulationResponse::of)
                .orElseThrow(() -> Problems.refusal(notFound(simulationId)));
    }

    /** 204: it has ended. 202: whichever replica runs it will end it in a moment; the location tells. */
    @AnswersWith(value = 202, empty = 204)
    @DeleteMapping("/{simulationId}")
    ResponseEntity<SimulationResponse> stop(
            @Parameter(hidden = true) Caller caller, @PathVariable String simulationId) {
        var simulation = simulateRule
                .stop(simulationId, caller.subject())
                .orElseThrow(() -> Problems.refusal(notFound(simulationId)));
        return simulation.ended() ? ResponseEntity.noContent().build() : accepted(simulation);
    }

    private static ResponseEntity<SimulationResponse> accepted(Simulation simulation) {
        return ResponseEntity.accepted()
                .location(URI.create("/ops/rebates/simulations/" + simulation.id()))
                .body(SimulationResponse.of(simulation));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManySimulations tooMany) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE, "too-many-simulations", String.valueOf(tooMany.getMessage())));
    }

    /** The proposal; without one, the rule as it was approved last. */
    private RuleTerms draft(String ruleId) {
        var rule = rules.find(ruleId)
                .orElseThrow(() -> Problems.refusal(
                        Problems.of(HttpStatus.NOT_FOUND, "rule-not-found", "no rule has the id " + ruleId)));
        return terms(rule)
                .orElseThrow(() -> Problems.refusal(Problems.of(
                        HttpStatus.CONFLICT, "nothing-to-try", "the rule " + ruleId + " has no terms: propose some")));
    }

    private static Optional<RuleTerms> terms(RebateRule rule) {
        var proposal = rule.proposal();
        return proposal == null ? rule.latest().map(version -> version.terms()) : Optional.of(proposal.terms());
    }

    private static ProblemDetail notFound(String simulationId) {
        return Problems.of(HttpStatus.NOT_FOUND, "simulation-not-found", "no simulation has the id " + simulationId);
    }
}
