package com.rebatesuite.deploy.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How programs are run: on the JDK that runs us, with little memory.
 *
 * @param quickStart leaves the optimising compiler out, which halves the time to start and makes the hottest code slower
 */
record Jvm(boolean quickStart) {

    /** The options of every JVM, and some more. */
    List<String> options(String... more) {
        var usual = Stream.of("-Xss512k", "-XX:+UseSerialGC", "-XX:ReservedCodeCacheSize=96m");
        var compiler = quickStart ? Stream.of("-XX:TieredStopAtLevel=1") : Stream.<String>empty();
        return Stream.of(usual, compiler, Stream.of(more)).flatMap(each -> each).toList();
    }

    /** The command that runs a Spring Boot jar. */
    List<String> command(Path jar, int heapMb) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options(
                "-Xms48m",
                "-Xmx" + heapMb + "m",
                // Out of memory is a death the supervisor can see.
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC"));
        words.add("-jar");
        words.add(jar.toString());
        return List.copyOf(words);
    }
}
