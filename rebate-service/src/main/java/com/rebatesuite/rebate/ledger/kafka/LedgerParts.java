package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.budget.CampaignRules;
import com.rebatesuite.rebate.ledger.Books;
import com.rebatesuite.rebate.ledger.Budgeting;
import com.rebatesuite.rebate.ledger.Recording;
import com.rebatesuite.rebate.ledger.Rows;
import com.rebatesuite.rebate.merchant.Terms;
import com.rebatesuite.rebate.quote.Quotes;
import com.rebatesuite.rebate.rule.Rulebook;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** What every processor of the ledger shares. All of it may be used by several threads. */
record LedgerParts(
        JsonMapper mapper,
        MeterRegistry meters,
        LedgerMetrics metrics,
        EventIds ids,
        Supplier<Rulebook> rules,
        CampaignRules campaigns,
        Terms terms,
        Quotes quotes,
        LedgerProperties properties) {

    /** Below the producer's max.request.size, so that sending cannot fail after the state has changed. */
    static final int LARGEST_RECORDING = 3_000_000;

    static final String SOURCE = "/rebate-service";

    /** Everything that a decision about that shopper is made of. */
    Books books(String user, Rows rows, Budgeting budgets, Instant now) {
        return new Books(user, rows, rules.get(), budgets, terms, properties.settings(), now);
    }

    byte[] serialise(Recording recording) {
        return RecordedWriter.write(mapper, ids.next().toString(), SOURCE, recording);
    }

    byte[] serialise(RequestedMessage request, Instant now) {
        return mapper.writeValueAsBytes(
                CloudEvent.of(ids.next().toString(), SOURCE, RequestedMessage.TYPE, now, request.ruleId(), request));
    }
}
