package com.rebatesuite.platform.idempotency;

import java.util.Map;

/** A first answer as it went over the wire, and the fingerprint of the request that it answers. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record StoredAnswer(byte[] fingerprint, int status, Map<String, String> headers, byte[] body) {}
