package com.rebatesuite.order.returns.kafka;

import static com.rebatesuite.order.OrderHistory.AT;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.order.Contract;
import com.rebatesuite.order.OrderHistory;
import com.rebatesuite.order.returns.ReturnDecision.Happened;
import com.rebatesuite.order.returns.ReturnEvent;
import com.rebatesuite.order.returns.ReturnRequest;
import com.rebatesuite.order.returns.ReturnSource;
import com.rebatesuite.order.returns.UnitsBack;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnEventsContractTest {

    private final ReturnEvent requested = requested();

    @Test
    void sendsWhatTheContractShows() {
        var returned = requested.returned();
        var received = ((Happened) returned.receive(requested.order(), Map.of(), AT)).event();
        var refused = ((Happened) returned.refuse(requested.order(), "used", AT)).event();
        var sent = new ArrayList<OutboxMessage>();

        new OutboxReturnAnnouncements(sent::addAll).announce(List.of(requested, received, refused));

        assertThat(sent)
                .extracting(OutboxMessage::type)
                .containsExactly("return-requested.v1", "return-received.v1", "return-refused.v1");
        assertThat(sent).allSatisfy(message -> assertThat(message.topic()).isEqualTo("orders"));
        assertThat(sent).allSatisfy(message -> assertThat(message.key()).isEqualTo("shopper-1"));
        sent.forEach(Contract::assertIsTheExample);
    }

    private static ReturnEvent requested() {
        var request = new ReturnRequest(
                OrderHistory.RETURN_ID, ReturnSource.SHOPPER, "too small", List.of(new UnitsBack(1, 1)));
        return ((Happened) request.decide(OrderHistory.completed(), AT)).event();
    }
}
