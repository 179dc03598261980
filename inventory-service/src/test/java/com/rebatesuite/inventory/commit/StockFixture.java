package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Line;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Commands as they come in the tests. */
public final class StockFixture {

    public static final LevelKey TEA = LevelKey.main("TEA-100");
    public static final LevelKey MUG = LevelKey.main("MUG-1");
    public static final String USER = "shopper-1";

    public static final Duration HOLD_FOR = Duration.ofMinutes(30);
    public static final HoldLimits LIMITS = new HoldLimits(Duration.ofHours(2), 1_000_000, 1_000_000_000);

    private StockFixture() {}

    public static UUID order(long number) {
        return new UUID(0x019b76daa8007000L, 0x8000000000000000L | number);
    }

    public static Line line(LevelKey key, long quantity) {
        return new Line(key, quantity);
    }

    public static StockCommand.Receive receive(String key, Line... lines) {
        return new StockCommand.Receive(origin("receipt/" + key), List.of(lines), false);
    }

    /** Units from wherever they are. */
    public static Demand demand(LevelKey key, long quantity) {
        return Demand.of(key.sku(), quantity);
    }

    /** The same units as the lines, for the one user of the tests: from their place, or from anywhere if that is main. */
    public static Asked asked(Line... lines) {
        return new Asked(USER, Stream.of(lines).map(StockFixture::asked).toList());
    }

    private static Demand asked(Line line) {
        var location = line.key().location();
        var named = location.equals(LevelKey.MAIN) ? null : location;
        return new Demand(line.key().sku(), named, line.quantity());
    }

    public static StockCommand.Hold hold(long order, Line... lines) {
        return hold(order, asked(lines));
    }

    public static StockCommand.Hold hold(long order, Asked asked) {
        return new StockCommand.Hold(order(order), asked, "test");
    }

    public static StockCommand.Keep keep(long order, Line... lines) {
        return new StockCommand.Keep(order(order), asked(lines), "test");
    }

    /** The goods have left. */
    public static StockCommand.Commit commit(long order) {
        return new StockCommand.Commit(order(order), "test", true);
    }

    public static StockCommand.Release release(long order) {
        return new StockCommand.Release(order(order), USER, "test");
    }

    public static StockCommand.Expire expire(long order) {
        return new StockCommand.Expire(order(order), "test");
    }

    /** How stock is decided in the tests: nobody holds too much. */
    public static StockProperties settings(int queue, int batch, Duration answerWithin) {
        return new StockProperties(HOLD_FOR, queue, batch, answerWithin, Duration.ofSeconds(5), 500, LIMITS);
    }

    public static StockCommand.Move restock(String returnId, List<Line> good, List<Line> damaged) {
        return StockCommand.Move.restock(origin("return/" + returnId), good, damaged);
    }

    public static Origin origin(String cause) {
        return new Origin(cause, cause, "test");
    }
}
