package com.rebatesuite.rebate.view;

import java.util.List;

/** What an account held before a period, every entry within it, oldest first, and what it held after: these add up. */
public record Statement(AccountView opening, List<BookedEntry> entries, AccountView closing) {

    public Statement {
        entries = List.copyOf(entries);
    }
}
