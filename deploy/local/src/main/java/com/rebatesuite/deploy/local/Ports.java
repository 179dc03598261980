package com.rebatesuite.deploy.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds out before anything starts whether somebody else listens where we want to. */
final class Ports {

    private Ports() {}

    /** One line per taken port. */
    static List<String> taken(Collection<? extends Program> programs) {
        var lines = new ArrayList<String>();
        for (var program : programs) {
            for (var port : program.ports()) {
                if (!free(port)) {
                    lines.add("port " + port + " is taken, " + program.name()
                            + " needs it (who has it: ss -ltnp 'sport = :" + port + "')");
                }
            }
        }
        return lines;
    }

    static boolean free(int port) {
        return bindable(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && bindable(new InetSocketAddress(port));
    }

    private static boolean bindable(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            // A connection that is only just closing must not look like somebody who listens.
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
