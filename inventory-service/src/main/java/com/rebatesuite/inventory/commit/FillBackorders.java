package com.rebatesuite.inventory.commit;

import com.rebatesuite.inventory.reservation.Backorders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Serves those who still wait although goods are there: when there were too many for one batch, or when a location has
 * been opened. It is in no hurry, since these goods are not free for anybody else.
 */
@Component
class FillBackorders {

    private final Backorders backorders;
    private final GroupCommit commit;
    private final StockProperties properties;

    FillBackorders(Backorders backorders, GroupCommit commit, StockProperties properties) {
        this.backorders = backorders;
        this.commit = commit;
        this.properties = properties;
    }

    /** Submits what can be served and waits for nobody: what does not fit into the queue comes the next time. */
    @Scheduled(fixedDelayString = "${stock.sweep-every:5s}", initialDelayString = "${stock.sweep-every:5s}")
    void sweep() {
        for (var sku : backorders.fillable(properties.sweepBatch())) {
            try {
                var unused = commit.submit(new StockCommand.Fill(sku));
            } catch (QueueFull busy) {
                return;
            }
        }
    }
}
