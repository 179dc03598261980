package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.command.Awaiting;
import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.command.LedgerCommands;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what the bank says about a batch, line by line: a bad one changes nothing for the others, a repeat nothing at all. */
@Component
public class ReportResults {

    private final Batches batches;
    private final LedgerCommands commands;
    private final Awaiting awaiting;

    ReportResults(Batches batches, LedgerCommands commands, Awaiting awaiting) {
        this.batches = batches;
        this.commands = commands;
        this.awaiting = awaiting;
    }

    /** What became of a line. */
    public enum Status {
        /** It is booked. */
        DONE,
        /** The ledger will hear of it for certain. */
        ACCEPTED,
        /** It was booked before. */
        REPEATED,
        /** Nothing is booked; the code and the detail say why. */
        REFUSED
    }

    /** A line and what became of it. */
    public record LineAnswer(
            int line,
            String withdrawalId,
            Status status,
            @Nullable String code,
            @Nullable String detail) {}

    /** An answer to each line; empty if there is no such batch. */
    public Optional<List<LineAnswer>> report(String batchId, List<ResultLine> lines, Patience patience) {
        return batches.find(batchId).map(batch -> report(batch, lines, patience));
    }

    private List<LineAnswer> report(Batch batch, List<ResultLine> lines, Patience patience) {
        var reading = new Reading(batch);
        var answers = lines.stream().map(reading::read).toList();
        if (reading.news.isEmpty()) {
            return answers;
        }
        commands.send(reading.news);
        var booked = awaiting.see(patience, () -> booked(batch.batchId(), reading.expected));
        return booked.isEmpty()
                ? answers
                : answers.stream().map(ReportResults::done).toList();
    }

    private Optional<Boolean> booked(String batchId, Map<String, String> expected) {
        var now = batches.find(batchId).stream()
                .flatMap(batch -> batch.withdrawals().stream())
                .collect(Collectors.toMap(
                        owned -> owned.value().withdrawalId(),
                        owned -> owned.value().state()));
        return expected.entrySet().stream().allMatch(one -> one.getValue().equals(now.get(one.getKey())))
                ? Optional.of(true)
                : Optional.empty();
    }

    private static LineAnswer done(LineAnswer answer) {
        return answer.status() == Status.ACCEPTED
                ? new LineAnswer(answer.line(), answer.withdrawalId(), Status.DONE, null, null)
                : answer;
    }

    /** The file so far: what its lines add to what is known. */
    private static final class Reading {

        private final Map<String, Owned<WithdrawalView>> known;
        private final Map<String, String> expected = new HashMap<>();
        private final List<LedgerCommand> news = new ArrayList<>();

        Reading(Batch batch) {
            known = batch.withdrawals().stream()
                    .collect(Collectors.toMap(owned -> owned.value().withdrawalId(), owned -> owned));
        }

        LineAnswer read(ResultLine line) {
            var outcome = line.outcome();
            if (outcome == null) {
                return refused(line, "bad-line", String.valueOf(line.problem()));
            }
            var withdrawal = known.get(line.withdrawalId());
            if (withdrawal == null) {
                return refused(line, "not-in-batch", "no withdrawal of this batch has the id");
            }
            return read(line, outcome, withdrawal);
        }

        private LineAnswer read(ResultLine line, Outcome outcome, Owned<WithdrawalView> withdrawal) {
            var before = expected.getOrDefault(
                    line.withdrawalId(), withdrawal.value().state());
            if (before.equals(outcome.state())) {
                return new LineAnswer(line.line(), line.withdrawalId(), Status.REPEATED, null, null);
            }
            if (!before.equals("held")) {
                return refused(line, "withdrawal-" + before, "it is " + before + " already");
            }
            expected.put(line.withdrawalId(), outcome.state());
            news.add(outcome.command(withdrawal));
            return new LineAnswer(line.line(), line.withdrawalId(), Status.ACCEPTED, null, null);
        }

        private static LineAnswer refused(ResultLine line, String code, String detail) {
            return new LineAnswer(line.line(), line.withdrawalId(), Status.REFUSED, code, detail);
        }
    }
}
