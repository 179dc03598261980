package com.rebatesuite.platform.idempotency;

import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * A request with an {@code Idempotency-Key}: take one as a controller parameter. A request without a usable key is
 * refused with 400 before the controller is called.
 */
public interface IdempotentRequest {

    /**
     * Does the work in one transaction together with storing its answer, or gives the stored answer of the first time
     * (its body is then the stored bytes: return it, don't look into it unless {@link #replayed()} is false).
     * An answer of 400 and above is not stored, and nothing of its work stays. With {@code dry_run=true} nothing is
     * stored and nothing of the work stays.
     */
    <T> ResponseEntity<T> answer(Supplier<ResponseEntity<T>> work);

    /** Whether {@link #answer} gave a stored answer. */
    boolean replayed();

    /** Replaces the stored answer by a later and better one, in its own or the surrounding transaction, and returns it. */
    <T> ResponseEntity<T> amend(ResponseEntity<T> answer);
}
