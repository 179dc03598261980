package com.rebatesuite.rebate.view;

import java.time.Instant;

/**
 * An entry with the decision it belongs to.
 *
 * @param version version of the account after the decision
 */
public record BookedEntry(long version, Instant recordedAt, CauseView cause, EntryView entry) {}
