package com.rebatesuite.platform.idempotency;

import com.rebatesuite.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the body of requests with an {@code Idempotency-Key}: it is read once for the fingerprint and once as JSON. */
class RepeatableBodyFilter extends OncePerRequestFilter {

    private final int maxBytes;
    private final ProblemWriter problems;

    RepeatableBodyFilter(int maxBytes, ProblemWriter problems) {
        this.maxBytes = maxBytes;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(IdempotentRequestResolver.KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            problems.write(
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "content-too-large",
                    "body: more than " + maxBytes + " bytes (expected: at most that)");
            return;
        }
        chain.doFilter(new RepeatableBody(request, body), response);
    }
}
