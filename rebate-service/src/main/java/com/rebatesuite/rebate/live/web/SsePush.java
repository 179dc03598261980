package com.rebatesuite.rebate.live.web;

import com.rebatesuite.rebate.live.Push;
import com.rebatesuite.rebate.view.AccountView;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One watcher at the other end of an HTTP response; the id of an event is the version of the account. */
final class SsePush implements Push {

    private static final long RECONNECT_MILLIS = 2_000;

    /** Or more devices than may be there would push each other out all the time. */
    private static final long REPLACED_MILLIS = 60_000;

    private final SseEmitter emitter;

    SsePush(SseEmitter emitter) {
        this.emitter = emitter;
    }

    @Override
    public void show(AccountView account) throws IOException {
        send("balance", account);
    }

    @Override
    public void reset(AccountView account) throws IOException {
        send("reset", account);
    }

    private void send(String name, AccountView account) throws IOException {
        emitter.send(SseEmitter.event()
                .id(Long.toString(account.version()))
                .name(name)
                .reconnectTime(RECONNECT_MILLIS)
                .data(account, MediaType.APPLICATION_JSON));
    }

    @Override
    public void heartbeat() throws IOException {
        emitter.send(SseEmitter.event().comment("alive"));
    }

    @Override
    public void replaced() throws IOException {
        emitter.send(SseEmitter.event().reconnectTime(REPLACED_MILLIS).comment("replaced"));
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
