package com.rebatesuite.rebate.account;

import com.rebatesuite.rebate.command.LedgerCommand;

/** Nothing is paid out of the account from now on. */
record AccountFrozen(String userId, String reason, String by) implements LedgerCommand {

    @Override
    public String type() {
        return "account-frozen.v1";
    }

    @Override
    public String subject() {
        return userId;
    }
}
