package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.web.OperatorBookings;
import com.rebatesuite.inventory.web.Refusals;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Has a command booked and answers. The group commit books in its own transaction, so the key is the cause of the
 * booking as well: if the answer could not be stored after it, the next try books nothing and gives the same answer.
 */
@Component
class BookGoods {

    private final GroupCommit commit;
    private final OperatorBookings bookings;

    BookGoods(GroupCommit commit, OperatorBookings bookings) {
        this.commit = commit;
        this.bookings = bookings;
    }

    ResponseEntity<BookedResponse> book(IdempotentRequest idempotent, StockCommand.OfGoods command) {
        return bookings.inTurn(() -> idempotent.answer(() -> ResponseEntity.ok(booked(command))));
    }

    private BookedResponse booked(StockCommand.OfGoods command) {
        return BookedResponse.of(
                Refusals.booked(commit.decide(command)), command.origin().reference(), command.dryRun());
    }

    static String cause(String what, String key, Caller caller) {
        return what + "/" + caller.subject() + "/" + key;
    }
}
