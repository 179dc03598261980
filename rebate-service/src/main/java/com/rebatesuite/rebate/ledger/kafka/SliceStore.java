package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.budget.CampaignRules;
import com.rebatesuite.rebate.budget.Slice;
import com.rebatesuite.rebate.ledger.Budgeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/** The slices of campaign budgets that are at hand in this partition. */
final class SliceStore implements Budgeting {

    private final KeyValueStore<String, Slice> store;
    private final CampaignRules rules;
    private final int partition;

    SliceStore(KeyValueStore<String, Slice> store, CampaignRules rules, int partition) {
        this.store = store;
        this.rules = rules;
        this.partition = partition;
    }

    @Override
    public long left(String ruleId) {
        return slice(ruleId).left();
    }

    @Override
    public boolean mayGrow(String ruleId) {
        return slice(ruleId).mayGrow(rules.version(ruleId));
    }

    /** The same slices, of which it is certain that they do not grow in time. */
    Budgeting asTheyAre() {
        return new Budgeting() {
            @Override
            public long left(String ruleId) {
                return SliceStore.this.left(ruleId);
            }

            @Override
            public boolean mayGrow(String ruleId) {
                return false;
            }
        };
    }

    void draw(Map<String, Long> drawn) {
        drawn.forEach((ruleId, minor) -> put(slice(ruleId).draw(minor)));
    }

    void granted(GrantedMessage grant) {
        put(slice(grant.ruleId()).granted(grant.number(), grant.minor(), grant.ruleVersion(), grant.exhausted()));
    }

    /** What has to be asked for: nothing that is being asked for already. */
    List<RequestedMessage> ask(Map<String, Long> missing) {
        var requests = new ArrayList<RequestedMessage>();
        missing.forEach((ruleId, minor) -> {
            var slice = slice(ruleId);
            if (!slice.asked() && slice.mayGrow(rules.version(ruleId))) {
                requests.add(request(slice.ask(), minor));
            }
        });
        return requests;
    }

    /** Gives back what rules that ended or changed have left. */
    List<RequestedMessage> giveBack(Instant now) {
        var stale = new ArrayList<Slice>();
        try (var slices = store.all()) {
            slices.forEachRemaining(slice -> {
                if (slice.value.isStale(rules.ended(slice.key, now), rules.version(slice.key))) {
                    stale.add(slice.value);
                }
            });
        }
        return stale.stream()
                .map(slice -> request(slice.givenBack(rules.version(slice.ruleId())), -slice.left()))
                .toList();
    }

    private RequestedMessage request(Slice after, long minor) {
        put(after);
        return new RequestedMessage(
                after.ruleId(), Math.max(1, rules.version(after.ruleId())), partition, after.number(), minor);
    }

    private Slice slice(String ruleId) {
        var slice = store.get(ruleId);
        return slice == null ? Slice.none(ruleId) : slice;
    }

    private void put(Slice slice) {
        store.put(slice.ruleId(), slice);
    }
}
