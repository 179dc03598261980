package com.rebatesuite.inventory.replenishment.kafka;

import static com.rebatesuite.inventory.Contract.assertFitsTheSchema;
import static com.rebatesuite.inventory.Contract.assertIsTheExample;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.NOW;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.act;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.approved;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.ordered;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.proposed;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.receipt;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.replenishment.Grounds;
import com.rebatesuite.inventory.replenishment.Replenishment;
import com.rebatesuite.inventory.replenishment.SupplierOrder;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of replenishments is what contracts/events promises. */
class OutboxReplenishmentsTest {

    private final List<OutboxMessage> written = new ArrayList<>();
    private final OutboxReplenishments announcements = new OutboxReplenishments(written::addAll);

    @Test
    void tellsEveryStepOfItsLife() {
        announcements.announce(List.of(proposed(), approved(), ordered()));
        announcements.announce(received(ordered(), 40), receipt(40));
        announcements.announce(List.of(
                received(ordered(), 40).cancel(act("sold out at the supplier")).replenishment()));

        assertThat(written)
                .extracting(OutboxMessage::type)
                .containsExactly(
                        "replenishment-proposed.v1",
                        "replenishment-approved.v1",
                        "replenishment-ordered.v1",
                        "replenishment-received.v1",
                        "replenishment-cancelled.v1");
        assertThat(written).allSatisfy(message -> {
            assertThat(message.topic()).isEqualTo("replenishments");
            assertThat(message.key()).isEqualTo("TEA-100");
            assertIsTheExample(message);
        });
    }

    @Test
    void fitsTheContractAlsoWithoutWhatMayBeMissing() {
        var asked = new Replenishment(
                proposed().id(),
                proposed().key(),
                "tea-traders",
                new Grounds(null, null, List.of()),
                proposed().units(),
                new SupplierOrder("PO-8", null),
                ordered().status(),
                act(null),
                NOW,
                3);

        assertFitsTheSchema(OutboxReplenishments.message(asked));
        assertFitsTheSchema(OutboxReplenishments.message(asked.cancel(act(null)).replenishment()));
    }

    @Test
    void tellsOfGoodsOnlyWithTheirReceipt() {
        assertThatThrownBy(() -> announcements.announce(List.of(received(ordered(), 40))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
