package com.rebatesuite.order.partner;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The numbers partners have used, and for what. Two batches that claim the same number wait for each other. */
public interface Claims {

    /**
     * Claims the numbers of this batch and says whose each one is afterwards: the claim itself if it was free, else the
     * earlier one.
     */
    Map<String, Claim> claim(String partner, Kind kind, List<Claim> claims);

    /** Gives back numbers claimed in this transaction: they have come to nothing. */
    void release(String partner, Kind kind, Collection<String> externalNumbers);

    /** What a number counts: a partner counts its orders and its returns apart. */
    enum Kind {
        ORDER,
        RETURN
    }

    /** A number, a digest of what was sent under it, and the order or return it stands for. */
    record Claim(String externalNumber, String fingerprint, UUID subjectId) {}
}
