package com.rebatesuite.rebate.command;

/**
 * Something the ledger is told: a record whose components are the data of the event contracts/events/{@link #type()}. The
 * ledger does it once however often it is told, by the id of what it is about.
 */
public interface LedgerCommand {

    /** Type of the event with its version, {@code rebate-settled.v1}. */
    String type();

    /** Id of what it is about. */
    String subject();

    /** Whose account it is about: one thread of the ledger decides for one user, in order. */
    String userId();
}
