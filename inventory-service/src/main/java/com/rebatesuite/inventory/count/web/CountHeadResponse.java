package com.rebatesuite.inventory.count.web;

import com.rebatesuite.inventory.count.CountHead;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A count in a list. */
record CountHeadResponse(
        UUID id,
        String location,
        String reference,
        String openedBy,
        Instant openedAt,
        String status,
        long version,
        long lines,
        long counted,
        long booked) {

    static CountHeadResponse of(CountHead head) {
        return new CountHeadResponse(
                head.id(),
                head.location(),
                head.reference(),
                head.openedBy(),
                head.openedAt(),
                head.status().wire(),
                head.version(),
                head.lines(),
                head.counted(),
                head.booked());
    }

    /** One page of what was found, which is one more if there is another. */
    static Page<CountHeadResponse> page(List<CountHead> found, int pageSize) {
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(CountHeadResponse::of).toList(),
                found.size() > pageSize
                        ? Cursor.of(page.getLast().id().toString()).encode()
                        : null);
    }
}
