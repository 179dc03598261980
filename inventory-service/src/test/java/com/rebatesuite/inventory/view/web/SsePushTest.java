package com.rebatesuite.inventory.view.web;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class SsePushTest {

    /** A container that ends a response after an error throws at whoever wants to end it once more. */
    @Test
    void endsQuietlyWhatTheContainerHasEnded() {
        var ended = new SseEmitter() {
            @Override
            public void complete() {
                throw new IllegalStateException("the response has ended");
            }
        };

        assertThatCode(() -> new SsePush(ended).end()).doesNotThrowAnyException();
    }
}
