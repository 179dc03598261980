package com.rebatesuite.inventory.transfer;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Line;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends goods, and has them received, returned or lost. A step is planned first and then booked with a cause of its own,
 * so it has its effect once; killed in between, it is booked when it is asked for again, or by {@link FinishTransfers}.
 */
@Component
public class MoveGoods {

    private final Transfers transfers;
    private final GroupCommit commit;

    public MoveGoods(Transfers transfers, GroupCommit commit) {
        this.transfers = transfers;
        this.commit = commit;
    }

    /** Sends everything or nothing. The transfer exists if the outcome is {@link Outcome.Booked}. */
    public Moved send(Transfer fresh) {
        var request = fresh.steps().getFirst().request();
        return carryOut(transfers.asked(request).orElseGet(() -> transfers.planNow(fresh)), request);
    }

    /** Says what sending it would do. */
    public Moved trySending(Transfer fresh) {
        var step = fresh.steps().getFirst();
        return new Moved(
                fresh.done(step.request()),
                commit.decide(command(fresh, step, true).orElseThrow()));
    }

    /**
     * Does one more thing to it.
     *
     * @throws TransferRefused if there is no such transfer, or so much is not in transit
     */
    public Moved move(UUID id, Step step) {
        return carryOut(transfers.planNow(id, transfer -> transfer.with(step)), step.request());
    }

    /** Says what that would do. */
    public Transfer tryMoving(UUID id, Step step) {
        return transfers.of(id).orElseThrow(() -> unknown(id)).with(step).done(step.request());
    }

    /** Has a planned step booked. */
    Moved carryOut(Transfer transfer, String request) {
        var step = transfer.step(request).orElseThrow();
        var outcome = command(transfer, step, false).map(commit::decide);
        if (outcome.isPresent() && !(outcome.get() instanceof Outcome.Booked)) {
            transfers.forget(transfer);
            return new Moved(transfer, outcome.get());
        }
        return new Moved(transfers.settle(transfer.id()), outcome.orElse(new Outcome.Booked(List.of(), false)));
    }

    /** There is no such transfer. */
    public static TransferRefused unknown(UUID id) {
        return new TransferRefused(TransferRefused.Why.UNKNOWN, "there is no transfer " + id);
    }

    private static Optional<StockCommand> command(Transfer transfer, Step step, boolean dryRun) {
        var reference = "transfer/" + transfer.id();
        var origin = new Origin(reference + "/" + step.request(), reference, step.actor(), step.code(), step.note());
        return switch (step.kind()) {
            case SEND -> Optional.of(leave(origin, transfer.source(), step, dryRun));
            case RECEIVE -> Optional.of(arrive(origin, transfer.destination(), step));
            case RETURN -> Optional.of(arrive(origin, transfer.source(), step));
            case LOSE -> Optional.empty();
        };
    }

    private static StockCommand leave(Origin origin, String location, Step step, boolean dryRun) {
        var deltas = new TreeMap<LevelKey, Deltas>();
        step.units().forEach((sku, units) -> deltas.put(new LevelKey(sku, location), new Deltas(-units, 0, 0)));
        return new StockCommand.Move(origin, Reason.TRANSFER_OUT, deltas, dryRun);
    }

    private static StockCommand arrive(Origin origin, String location, Step step) {
        var lines = step.units().entrySet().stream()
                .map(line -> new Line(new LevelKey(line.getKey(), location), line.getValue()))
                .toList();
        return new StockCommand.Receive(origin, Reason.TRANSFER_IN, lines, false);
    }

    /** The transfer after it, and what the books said. */
    public record Moved(Transfer transfer, Outcome outcome) {}
}
