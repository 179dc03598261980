package com.rebatesuite.rebate.payout;

import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.rebate.listing.DayPages;
import com.rebatesuite.rebate.listing.DayRange;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which batches there are, as their withdrawals tell: there is no other record of them. */
@Component
public class Batches {

    static final int CHUNK = 200;

    private final Views views;

    Batches(Views views) {
        this.views = views;
    }

    /** The batch; empty if no withdrawal is in it. */
    public Optional<Batch> find(String batchId) {
        var all = new ArrayList<Owned<WithdrawalView>>();
        List<Owned<WithdrawalView>> chunk;
        do {
            var last = all.isEmpty() ? null : all.getLast().value().withdrawalId();
            chunk = views.withdrawalsOfBatch(batchId, last, CHUNK);
            all.addAll(chunk);
        } while (chunk.size() == CHUNK);
        return all.isEmpty() ? Optional.empty() : Optional.of(new Batch(batchId, all));
    }

    /** Batches by the day of their first request, the latest day first. */
    public Page<Batch> page(DayRange days, @Nullable String cursor, int size) {
        var seen = new HashMap<String, Batch>();
        var firsts = new DayPages<>(views::withdrawalsOfDay, Batches::id)
                .page(days, withdrawal -> isFirst(withdrawal.value(), seen), cursor, size);
        return new Page<>(
                firsts.items().stream()
                        .flatMap(first ->
                                Stream.ofNullable(seen.get(first.value().batchId())))
                        .toList(),
                firsts.nextCursor());
    }

    private boolean isFirst(WithdrawalView withdrawal, Map<String, Batch> seen) {
        var batchId = withdrawal.batchId();
        if (batchId == null) {
            return false;
        }
        if (!seen.containsKey(batchId)) {
            // The table by batch may be a moment behind the one by day.
            find(batchId).ifPresent(batch -> seen.put(batchId, batch));
        }
        var batch = seen.get(batchId);
        return batch != null && batch.first().withdrawalId().equals(withdrawal.withdrawalId());
    }

    private static String id(Owned<WithdrawalView> withdrawal) {
        return withdrawal.value().withdrawalId();
    }
}
