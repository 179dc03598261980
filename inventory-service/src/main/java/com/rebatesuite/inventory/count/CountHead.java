package com.rebatesuite.inventory.count;

import java.time.Instant;
import java.util.UUID;

/** A count without its lines: how many there are, how many of them are counted, and how many booked. */
public record CountHead(
        UUID id,
        String location,
        String reference,
        String openedBy,
        Instant openedAt,
        Status status,
        long version,
        long lines,
        long counted,
        long booked) {}
