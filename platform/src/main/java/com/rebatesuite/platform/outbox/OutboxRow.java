package com.rebatesuite.platform.outbox;

import java.util.Map;

/** One event as it waits in the table. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record OutboxRow(long id, String topic, String key, byte[] payload, Map<String, String> headers) {}
