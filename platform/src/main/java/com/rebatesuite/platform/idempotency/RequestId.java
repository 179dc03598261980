package com.rebatesuite.platform.idempotency;

/** Whose request it is, under which key, and what it says. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record RequestId(String caller, String key, byte[] fingerprint) {}
