package com.rebatesuite.order.partner;

import com.rebatesuite.order.returns.UnitsBack;
import java.time.Instant;
import java.util.List;

/** Units a partner has already taken back, checked. */
public record PartnerReturn(
        String externalNumber,
        String orderExternalNumber,
        Instant occurredAt,
        String reason,
        List<UnitsBack> lines,
        String fingerprint) {

    public PartnerReturn {
        lines = List.copyOf(lines);
    }
}
