package com.rebatesuite.inventory.commit.postgres;

import static com.rebatesuite.inventory.commit.StockFixture.commit;
import static com.rebatesuite.inventory.commit.StockFixture.hold;
import static com.rebatesuite.inventory.commit.StockFixture.keep;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.release;

import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Reservation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A replica as a process of its own, to be killed. It reads one command a line ({@code 17 hold 4 TEA:2,MUG:1}), as many
 * at once as come, and writes one answer a line ({@code 17 refused TEA:2:1}) once it is committed.
 */
final class StockProcess {

    static final String READY = "ready";

    private StockProcess() {}

    public static void main(String[] arguments) throws IOException {
        var replica = new StockDatabase(arguments[0]).replica(Clock.systemUTC());
        var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        answers.println(READY);
        for (var line = commands.readLine(); line != null; line = commands.readLine()) {
            var words = line.split(" ", -1);
            var unused = replica.submit(command(words))
                    .whenComplete((outcome, failure) -> answers.println(words[0] + " " + said(outcome, failure)));
        }
        // Whoever has started us is gone: nobody reads the answers.
        Runtime.getRuntime().halt(0);
    }

    private static StockCommand command(String[] words) {
        long order = Long.parseLong(words[2]);
        return switch (words[1]) {
            case "hold" -> hold(order, lines(words[3]));
            case "keep" -> keep(order, lines(words[3]));
            case "commit" -> commit(order);
            case "release" -> release(order);
            default -> throw new IllegalArgumentException(words[1] + " (expected: hold, keep, commit or release)");
        };
    }

    private static Line[] lines(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(units -> units.split(":", -1))
                .map(units -> line(LevelKey.main(units[0]), Long.parseLong(units[1])))
                .toArray(Line[]::new);
    }

    private static String said(@Nullable Outcome outcome, @Nullable Throwable failure) {
        return outcome instanceof Outcome.Reserved reserved
                ? said(reserved.reservation())
                : "failed " + (failure == null ? outcome : failure);
    }

    private static String said(Reservation reservation) {
        var missing = reservation.missing().stream()
                .map(shortage -> shortage.sku() + ":" + shortage.requested() + ":" + shortage.available())
                .collect(Collectors.joining(","));
        return reservation.status().wire() + " " + missing;
    }
}
