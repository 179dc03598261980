package com.rebatesuite.inventory.view.web;

import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.view.Push;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One watcher at the other end of an HTTP response; the id of an event is {@code sku@location:sequence}. */
final class SsePush implements Push {

    private static final long RECONNECT_MILLIS = 2_000;

    private final SseEmitter emitter;

    SsePush(SseEmitter emitter) {
        this.emitter = emitter;
    }

    @Override
    public void show(StockLevel level) throws IOException {
        emitter.send(SseEmitter.event()
                .id(level.key().sku() + "@" + level.key().location() + ":" + level.sequence())
                .name("level")
                .reconnectTime(RECONNECT_MILLIS)
                .data(LevelResponse.of(level), MediaType.APPLICATION_JSON));
    }

    @Override
    public void heartbeat() throws IOException {
        emitter.send(SseEmitter.event().comment("alive"));
    }

    @Override
    public void end() {
        try {
            emitter.complete();
        } catch (IllegalStateException ended) {
            // The container was faster: what is to be ended has ended.
        }
    }
}
