package com.rebatesuite.order.partner;

import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.Orders;
import com.rebatesuite.order.partner.Claims.Claim;
import com.rebatesuite.order.partner.Claims.Kind;
import com.rebatesuite.order.partner.FeedResult.Status;
import com.rebatesuite.order.returns.ReturnBook;
import com.rebatesuite.order.returns.ReturnDecision;
import com.rebatesuite.order.returns.ReturnDecision.AlreadySo;
import com.rebatesuite.order.returns.ReturnDecision.Happened;
import com.rebatesuite.order.returns.ReturnDecision.NotAllowed;
import com.rebatesuite.order.returns.ReturnEvent;
import com.rebatesuite.order.returns.ReturnRequest;
import com.rebatesuite.order.returns.ReturnSource;
import com.rebatesuite.platform.event.EventIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a batch of returns a partner has taken in: requested and received in one step, each number once. */
@Component
public class ImportPartnerReturns {

    private final Claims claims;
    private final Orders orders;
    private final ReturnBook book;
    private final EventIds ids;

    ImportPartnerReturns(Claims claims, Orders orders, ReturnBook book, EventIds ids) {
        this.claims = claims;
        this.orders = orders;
        this.book = book;
        this.ids = ids;
    }

    /** Books the returns that are new and that their orders allow; one result per return, in their order. */
    @Transactional
    public List<FeedResult> take(String partner, List<PartnerReturn> returns) {
        var batch = new ClaimedBatch<>(returns, PartnerReturn::externalNumber, PartnerReturn::fingerprint, ids::next);
        var fresh = batch.fresh(claims.claim(partner, Kind.RETURN, batch.wanted()));
        var known = lock(partner, fresh.keySet().stream().toList());
        var events = new ArrayList<ReturnEvent>();
        var settled = new LinkedHashMap<String, FeedResult>();
        fresh.forEach((returned, claim) ->
                settled.put(returned.externalNumber(), settle(partner, returned, claim, known, events)));
        release(partner, settled);
        if (!events.isEmpty()) {
            book.open(events);
        }
        return batch.results(settled);
    }

    private FeedResult settle(
            String partner, PartnerReturn returned, Claim claim, Map<String, Order> known, List<ReturnEvent> events) {
        var number = returned.externalNumber();
        var order = known.get(returned.orderExternalNumber());
        if (order == null) {
            return FeedResult.rejected(
                    number, "unknown-order", "there is no order " + returned.orderExternalNumber(), false);
        }
        var source = new ReturnSource(partner, number);
        var request = new ReturnRequest(claim.subjectId(), source, returned.reason(), returned.lines());
        return switch (request.decide(order, returned.occurredAt())) {
            case NotAllowed not -> FeedResult.rejected(number, not.code(), not.detail(), not.retryable());
            case AlreadySo already -> FeedResult.duplicate(number, claim.subjectId());
            case Happened requested -> {
                var received = receive(requested.event());
                events.add(requested.event());
                events.add(received);
                // The next return of this order in the batch counts these units.
                known.put(returned.orderExternalNumber(), received.order());
                yield FeedResult.accepted(number, claim.subjectId());
            }
        };
    }

    /** The partner has checked the goods before it told us: they are good. */
    private static ReturnEvent receive(ReturnEvent requested) {
        ReturnDecision decision = requested.returned().receive(requested.order(), Map.of(), requested.occurredAt());
        if (decision instanceof Happened happened) {
            return happened.event();
        }
        throw new IllegalStateException("decision: " + decision + " (expected: a requested return is received)");
    }

    private Map<String, Order> lock(String partner, List<PartnerReturn> returns) {
        var numbers = new TreeSet<String>();
        returns.forEach(returned -> numbers.add(returned.orderExternalNumber()));
        var known = new HashMap<String, Order>();
        orders.lockByExternalNumbers(partner, numbers)
                .forEach(order -> known.put(String.valueOf(order.origin().externalNumber()), order));
        return known;
    }

    /** A number whose return was rejected is free: the same return may be sent again later. */
    private void release(String partner, Map<String, FeedResult> settled) {
        var rejected = settled.values().stream()
                .filter(result -> result.status() == Status.REJECTED)
                .map(FeedResult::externalNumber)
                .toList();
        claims.release(partner, Kind.RETURN, rejected);
    }
}
