package com.rebatesuite.inventory.deadletter.web;

import com.rebatesuite.inventory.deadletter.Payload;
import org.jspecify.annotations.Nullable;

/** Bytes as text, or as Base64 when they are none. */
record ContentResponse(String encoding, String content) {

    static @Nullable ContentResponse of(@Nullable Payload payload) {
        return payload == null ? null : new ContentResponse(payload.isText() ? "text" : "base64", payload.shown());
    }
}
