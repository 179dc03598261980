package com.rebatesuite.order.payment.postgres;

import com.rebatesuite.order.payment.PaymentNotice;
import com.rebatesuite.order.payment.Payments;
import com.rebatesuite.order.payment.Receipt;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments in the tables {@code payment_notice} and {@code payment}. */
@Repository
class PostgresPayments implements Payments {

    private final JdbcClient jdbc;

    PostgresPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean noted(String webhookId) {
        return jdbc.sql("select exists (select from payment_notice where webhook_id = :webhook)")
                .param("webhook", webhookId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void note(PaymentNotice notice, Instant receivedAt) {
        jdbc.sql("""
                        insert into payment_notice
                            (webhook_id, order_id, payment_reference, outcome, occurred_at, received_at)
                        values (:webhook, :order, :reference, :outcome, :occurred, :received)
                        on conflict (webhook_id) do nothing
                        """)
                .param("webhook", notice.webhookId())
                .param("order", notice.orderId())
                .param("reference", notice.paymentReference())
                .param("outcome", notice.outcome().name())
                .param("occurred", notice.occurredAt().atOffset(ZoneOffset.UTC))
                .param("received", receivedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<UUID> orderPaidBy(String paymentReference) {
        return jdbc.sql("select order_id from payment where payment_reference = :reference")
                .param("reference", paymentReference)
                .query(UUID.class)
                .optional();
    }

    @Override
    public void add(PaymentNotice notice, Receipt receipt) {
        jdbc.sql("""
                        insert into payment (payment_reference, order_id, currency, amount_minor, refund_reason)
                        values (:reference, :order, :currency, :amount, :refund)
                        """)
                .param("reference", notice.paymentReference())
                .param("order", notice.orderId())
                .param("currency", notice.amount().currency())
                .param("amount", notice.amount().minor())
                .param("refund", receipt instanceof Receipt.Refunded refunded ? refunded.reason() : null)
                .update();
    }
}
