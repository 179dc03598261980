package com.rebatesuite.rebate.adjustment.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a second operator has to say about it, if anything. */
record NoteRequest(@Nullable @Size(min = 1, max = 500) String note) {}
