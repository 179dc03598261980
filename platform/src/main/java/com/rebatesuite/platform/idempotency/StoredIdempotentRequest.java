package com.rebatesuite.platform.idempotency;

import com.rebatesuite.platform.problem.Problems;
import io.micrometer.core.instrument.Counter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An idempotent request whose first answer is kept in the database of the work itself. */
class StoredIdempotentRequest implements IdempotentRequest {

    static final String HIT = "Idempotency-Hit";
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

    private final Answers answers;
    private final TransactionTemplate transaction;
    private final JsonMapper mapper;
    private final Counter hits;
    private final RequestId id;
    private final boolean dryRun;
    private boolean replayed;

    StoredIdempotentRequest(
            Answers answers,
            TransactionTemplate transaction,
            JsonMapper mapper,
            Counter hits,
            RequestId id,
            boolean dryRun) {
        this.answers = answers;
        this.transaction = transaction;
        this.mapper = mapper;
        this.hits = hits;
        this.id = id;
        this.dryRun = dryRun;
    }

    @Override
    public <T> ResponseEntity<T> answer(Supplier<ResponseEntity<T>> work) {
        return transaction.execute(status -> dryRun ? tried(work, status) : answered(work, status));
    }

    @Override
    public boolean replayed() {
        return replayed;
    }

    @Override
    public <T> ResponseEntity<T> amend(ResponseEntity<T> answer) {
        if (!dryRun) {
            transaction.executeWithoutResult(status -> answers.update(id.caller(), id.key(), stored(answer)));
        }
        return answer;
    }

    private <T> ResponseEntity<T> tried(Supplier<ResponseEntity<T>> work, TransactionStatus status) {
        status.setRollbackOnly();
        return work.get();
    }

    private <T> ResponseEntity<T> answered(Supplier<ResponseEntity<T>> work, TransactionStatus status) {
        if (!answers.tryLock(id.caller(), id.key())) {
            throw Problems.refusal(Problems.retryable(
                    HttpStatus.CONFLICT,
                    "request-in-progress",
                    "the first request with this Idempotency-Key is still running"));
        }
        Optional<StoredAnswer> first = answers.find(id.caller(), id.key());
        return first.isPresent() ? replay(first.get()) : first(work, status);
    }

    private <T> ResponseEntity<T> first(Supplier<ResponseEntity<T>> work, TransactionStatus status) {
        var answer = work.get();
        if (answer.getStatusCode().isError()) {
            // A refused request leaves nothing behind, so that a later one with the same key starts afresh.
            status.setRollbackOnly();
            return answer;
        }
        answers.insert(id.caller(), id.key(), stored(answer));
        return answer;
    }

    /** The stored bytes stand in for the body: MVC writes them as they are. */
    @SuppressWarnings("unchecked")
    private <T> ResponseEntity<T> replay(StoredAnswer first) {
        if (!Arrays.equals(first.fingerprint(), id.fingerprint())) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "Idempotency-Key: " + id.key() + " (expected: a new key, this one belongs to another request)"));
        }
        replayed = true;
        hits.increment();
        var response = ResponseEntity.status(first.status()).header(HIT, "true");
        first.headers().forEach(response::header);
        return (ResponseEntity<T>) (first.body().length == 0 ? response.build() : response.body(first.body()));
    }

    private StoredAnswer stored(ResponseEntity<?> answer) {
        var body = answer.getBody();
        var bytes = body == null ? new byte[0] : mapper.writeValueAsBytes(body);
        return new StoredAnswer(id.fingerprint(), answer.getStatusCode().value(), headers(answer), bytes);
    }

    private static Map<String, String> headers(ResponseEntity<?> answer) {
        var kept = new LinkedHashMap<String, String>();
        if (answer.hasBody()) {
            kept.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        }
        for (var name : KEPT_HEADERS) {
            var value = answer.getHeaders().getFirst(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return kept;
    }
}
