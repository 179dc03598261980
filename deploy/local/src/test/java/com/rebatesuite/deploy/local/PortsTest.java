package com.rebatesuite.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesThePortThatIsTakenAndWhoNeedsIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var program = new ServiceProgram(
                    "gateway",
                    Layer.DOOR,
                    Set.of(),
                    taken.getLocalPort(),
                    free(),
                    List.of(),
                    Map.of(),
                    Path.of("."),
                    Path.of("log"));

            assertThat(Ports.taken(List.of(program)))
                    .singleElement()
                    .asString()
                    .startsWith("port " + taken.getLocalPort() + " is taken, gateway needs it");
        }
    }

    @Test
    void isContentWithFreePorts() throws Exception {
        assertThat(Ports.free(free())).isTrue();
    }

    private static int free() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
