package com.rebatesuite.rebate.account;

import com.rebatesuite.rebate.command.LedgerCommand;

/** The account is as any other again. */
record AccountUnfrozen(String userId, String reason, String by) implements LedgerCommand {

    @Override
    public String type() {
        return "account-unfrozen.v1";
    }

    @Override
    public String subject() {
        return userId;
    }
}
