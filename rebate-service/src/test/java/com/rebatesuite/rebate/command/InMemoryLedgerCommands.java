package com.rebatesuite.rebate.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was told, in order; and a ledger that hears of it at once, if there is one. */
public final class InMemoryLedgerCommands implements LedgerCommands {

    private final List<LedgerCommand> sent = new ArrayList<>();
    private Consumer<LedgerCommand> ledger = command -> {};
    private boolean away;

    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    public synchronized void ledger(Consumer<LedgerCommand> listener) {
        ledger = listener;
    }

    @Override
    public synchronized void send(List<? extends LedgerCommand> commands) {
        commands.forEach(this::write);
    }

    private void write(LedgerCommand command) {
        if (away) {
            throw new CommandNotWritten(command, new IllegalStateException("away"));
        }
        sent.add(command);
        ledger.accept(command);
    }

    public synchronized List<LedgerCommand> sent() {
        return List.copyOf(sent);
    }
}
