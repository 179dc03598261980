package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.Sale;
import com.rebatesuite.analytics.sales.SalesMinute;
import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.platform.event.EventIds;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** Puts what the windows publish on the wire. */
final class SalesMessages {

    private static final String SOURCE = "/analytics-service";

    private final JsonMapper mapper;
    private final EventIds ids;
    private final Clock clock;

    SalesMessages(JsonMapper mapper, EventIds ids, Clock clock) {
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    byte[] bytes(Published published) {
        return switch (published) {
            case Published.Minute of -> bytes(of.minute());
            case Published.TooLate of -> bytes(of.sale());
        };
    }

    private byte[] bytes(SalesMinute minute) {
        return bytes(SalesMinuteMessage.TYPE, minute.key().sku(), SalesMinuteMessage.of(minute));
    }

    private byte[] bytes(Sale sale) {
        return bytes(SaleLateMessage.TYPE, sale.sku(), SaleLateMessage.of(sale));
    }

    private byte[] bytes(String type, String sku, Object data) {
        var id = ids.next().toString();
        return mapper.writeValueAsBytes(CloudEvent.of(id, SOURCE, type, clock.instant(), sku, data));
    }
}
