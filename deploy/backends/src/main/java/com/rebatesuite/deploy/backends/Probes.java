package com.rebatesuite.deploy.backends;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks servers for a sign of life with the smallest message their protocol has. */
final class Probes {

    private static final int TIMEOUT_MILLIS = 2_000;

    private Probes() {}

    static void connect(int port) throws IOException {
        open(port).close();
    }

    /** Sends the bytes and expects an answer that starts with the given byte. */
    static void ask(int port, byte[] question, int firstByte) throws IOException {
        try (var socket = open(port)) {
            socket.getOutputStream().write(question);
            var answer = new DataInputStream(socket.getInputStream()).readUnsignedByte();
            if (answer != firstByte) {
                throw new IOException("answer: " + answer + " (expected: " + firstByte + ")");
            }
        }
    }

    private static Socket open(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
