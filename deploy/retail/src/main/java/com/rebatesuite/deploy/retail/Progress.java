package com.rebatesuite.deploy.retail;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says how far something is: a bar that moves on a terminal, a plain line now and then elsewhere. */
final class Progress {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private String stage = "";
    private String unit = "";
    private long total;
    private long done;
    private long started;
    private long said;
    private String trouble = "";

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void start(String newStage, String newUnit, long newTotal) {
        stage = newStage;
        unit = newUnit;
        total = newTotal;
        done = 0;
        trouble = "";
        started = System.nanoTime();
        said = started;
    }

    synchronized void advance(long more) {
        done += more;
        trouble = "";
        sayNowAndThen();
    }

    /** Something has to be tried again. */
    synchronized void trouble(String problem) {
        trouble = problem;
        sayNowAndThen();
    }

    synchronized void finish() {
        trouble = "";
        say();
        if (terminal) {
            out.println();
        }
    }

    private void sayNowAndThen() {
        var every = terminal ? Duration.ofMillis(200) : Duration.ofSeconds(5);
        if (System.nanoTime() - said >= every.toNanos()) {
            say();
        }
    }

    private void say() {
        said = System.nanoTime();
        if (terminal) {
            out.print("\r\u001b[K" + text());
            out.flush();
        } else {
            out.println(text());
        }
    }

    private String text() {
        var seconds = Math.max(0.001, (System.nanoTime() - started) / 1e9);
        var rate = done / seconds;
        var share = total == 0 ? 1 : (double) done / total;
        var rest = rate > 0 ? time((long) ((total - done) / rate)) : "?";
        var text = String.format(
                Locale.ROOT,
                "%-9s %s %3.0f %%  %,d of %,d %s  %,.0f/s  %s",
                stage,
                bar(share),
                share * 100,
                done,
                total,
                unit,
                rate,
                done < total ? "ETA " + rest : "in " + time((long) seconds));
        return trouble.isEmpty() ? text : text + "  again: " + shortened(trouble);
    }

    private static String bar(double share) {
        var full = (int) Math.round(Math.min(1, share) * WIDTH);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }

    private static String time(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private String shortened(String text) {
        var most = terminal ? 60 : 200;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
