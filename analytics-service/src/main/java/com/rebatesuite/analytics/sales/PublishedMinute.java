package com.rebatesuite.analytics.sales;

import java.time.Instant;

/** The figures of a window, and when they were published. */
public record PublishedMinute(SalesMinute minute, Instant publishedAt) {}
