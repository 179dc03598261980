package com.rebatesuite.gateway.problem;

/** Ends a request by a rule of the gateway: nobody's fault, so no breaker counts it and no stack is kept. */
public final class Refused extends RuntimeException {

    private final transient Problem problem;

    /** Ends the request with this answer. */
    public Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
