package com.rebatesuite.deploy.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells people what happens, one line each. */
final class Reporter implements Part.Observer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PrintStream out;

    Reporter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void ready(Part part, Duration took) {
        var what = part.restarts() == 0 ? "ready" : "ready again";
        say(String.format(
                Locale.ROOT,
                "%-18s %-11s %5.1f s %5d MB   localhost:%d",
                part.program().name(),
                what,
                seconds(took),
                part.pid().map(Memory::usedMb).orElse(0L),
                part.program().ports().getFirst()));
    }

    @Override
    public void died(Part part, String reason, String whatNext) {
        say(part.program().name() + " " + reason + "; " + whatNext + ", see "
                + part.program().log());
    }

    @Override
    public void gaveUp(Part part, String reason) {
        say(part.program().name() + " " + reason + "; given up, see "
                + part.program().log());
    }

    void say(String line) {
        out.println(LocalTime.now(ZoneId.systemDefault()).format(TIME) + "  " + line);
    }

    void print(String text) {
        out.println(text);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
