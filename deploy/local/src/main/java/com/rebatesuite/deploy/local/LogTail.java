package com.rebatesuite.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for the one line at the end of a log that says why a program gave up. */
final class LogTail {

    private static final int BYTES = 32_768;
    private static final int LONGEST = 220;
    // Possessive: a greedy group takes a piece of stack for every character, and some messages are long.
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern TROUBLE = Pattern.compile("ERROR|FATAL|Exception|Caused by|Reason:|Description:");

    private LogTail() {}

    static String reason(Path log) {
        try {
            return reason(tail(log).lines().toList());
        } catch (IOException | UncheckedIOException e) {
            return "no log";
        }
    }

    static String reason(List<String> lines) {
        return Stream.of(lines.stream().filter(line -> TROUBLE.matcher(line).find()), lines.stream())
                .flatMap(some -> some
                        .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                        .reduce((first, second) -> second)
                        .stream())
                .findFirst()
                .map(LogTail::shortened)
                .orElse("nothing in the log");
    }

    private static String shortened(String line) {
        var json = MESSAGE.matcher(line);
        var text = json.find() ? json.group(1) : line.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String tail(Path log) throws IOException {
        try (var file = FileChannel.open(log)) {
            file.position(Math.max(0, file.size() - BYTES));
            var bytes = ByteBuffer.allocate(BYTES);
            var read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = file.read(bytes);
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }
}
