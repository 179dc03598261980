package com.rebatesuite.rebate.quote;

import com.rebatesuite.rebate.earning.Promise;
import java.util.Optional;

/** Whether a quote holds for a line. */
public sealed interface Verdict {

    /** What it promises, if it holds. */
    default Optional<Promise> promise() {
        return this instanceof Holds holds ? Optional.of(holds.kept()) : Optional.empty();
    }

    /** It holds. */
    record Holds(Promise kept) implements Verdict {}

    /** It promises nothing to this line; {@code reason} is in words a shopper understands. */
    record Refused(String reason) implements Verdict {}
}
