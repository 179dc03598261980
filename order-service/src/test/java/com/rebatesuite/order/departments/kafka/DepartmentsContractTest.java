package com.rebatesuite.order.departments.kafka;

import static com.rebatesuite.order.OrderHistory.AT;
import static com.rebatesuite.order.OrderHistory.ID;
import static com.rebatesuite.order.OrderHistory.RETURN_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.order.Contract;
import com.rebatesuite.order.Money;
import com.rebatesuite.order.departments.DepartmentRequest.CaseOpened;
import com.rebatesuite.order.departments.DepartmentRequest.InvoiceRequested;
import com.rebatesuite.order.departments.DepartmentRequest.Parcel;
import com.rebatesuite.order.departments.DepartmentRequest.RefundRequested;
import com.rebatesuite.order.departments.DepartmentRequest.ShipmentRequested;
import com.rebatesuite.platform.outbox.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepartmentsContractTest {

    @Test
    void sendsWhatTheContractShowsToTheDepartmentsTopic() {
        var sent = new ArrayList<OutboxMessage>();

        new OutboxDepartments(sent::addAll)
                .ask(List.of(
                        new ShipmentRequested(
                                ID, "shopper-1", AT, List.of(new Parcel("MUG-1", 1), new Parcel("TEA-100", 2))),
                        new InvoiceRequested(ID, "shopper-1", AT, new Money("GBP", 2150)),
                        new RefundRequested(ID, "shopper-1", AT, RETURN_ID, new Money("GBP", 450), "return"),
                        new CaseOpened(ID, "shopper-1", AT, RETURN_ID, "return requested: too small")));

        assertThat(sent)
                .extracting(OutboxMessage::topic)
                .containsExactly("logistics", "finance", "finance", "customer-care");
        assertThat(sent).allSatisfy(message -> assertThat(message.key()).isEqualTo(ID.toString()));
        sent.forEach(Contract::assertIsTheExample);
    }
}
