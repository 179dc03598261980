package com.rebatesuite.deploy.backends;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class RedisIT {

    @Test
    void keepsItsValuesWhenStopped() throws Exception {
        var redis = Backends.redis();
        assertThat(say("SET word before")).isEqualTo("+OK");

        redis.stop();
        redis.start();

        assertThat(say("STRLEN word")).isEqualTo(":6");
    }

    @Test
    void isGoneWhenKilledAndComesBack() throws Exception {
        var redis = Backends.redis();

        redis.kill();
        assertThatThrownBy(() -> say("PING")).isInstanceOf(ConnectException.class);

        redis.start();
        assertThat(say("PING")).isEqualTo("+PONG");
    }

    private static String say(String command) throws IOException {
        try (var socket = new Socket(
                        InetAddress.getLoopbackAddress(), Backends.redis().port());
                var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
            return String.valueOf(reader.readLine());
        }
    }
}
