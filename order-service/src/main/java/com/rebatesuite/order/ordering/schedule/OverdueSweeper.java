package com.rebatesuite.order.ordering.schedule;

import com.rebatesuite.order.ordering.CloseOverdueOrders;
import com.rebatesuite.order.ordering.OrderingProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for overdue orders every so often, batch after batch while there are full ones. Any number of replicas may. */
@Component
@ConditionalOnBooleanProperty(name = "ordering.sweep", matchIfMissing = true)
class OverdueSweeper {

    private static final int MAX_ROUNDS = 20;

    private final CloseOverdueOrders closeOverdueOrders;
    private final int batch;

    OverdueSweeper(CloseOverdueOrders closeOverdueOrders, OrderingProperties properties) {
        this.closeOverdueOrders = closeOverdueOrders;
        this.batch = properties.sweepBatch();
    }

    @Scheduled(fixedDelayString = "${ordering.sweep-every:1s}")
    void sweep() {
        for (var round = 0; round < MAX_ROUNDS; round++) {
            if (closeOverdueOrders.closeSome() < batch) {
                return;
            }
        }
    }
}
