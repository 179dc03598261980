package com.rebatesuite.rebate.payout.web;

/** A file that as a whole is not what it should be. */
class UnreadableFile extends RuntimeException {

    UnreadableFile(String message) {
        super(message);
    }
}
