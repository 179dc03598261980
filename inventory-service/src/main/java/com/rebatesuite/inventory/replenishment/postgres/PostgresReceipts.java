package com.rebatesuite.inventory.replenishment.postgres;

import com.rebatesuite.inventory.replenishment.Receipt;
import com.rebatesuite.inventory.replenishment.Receipts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts in PostgreSQL. */
@Component
class PostgresReceipts implements Receipts {

    private final JdbcClient jdbc;

    PostgresReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(Receipt receipt) {
        jdbc.sql("""
                        insert into replenishment_receipt (id, replenishment_id, sku, location, quantity, actor, note, noted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(receipt.id())
                .param(receipt.replenishmentId())
                .param(receipt.key().sku())
                .param(receipt.key().location())
                .param(receipt.quantity())
                .param(receipt.act().actor())
                .param(receipt.act().reason())
                .param(Columns.time(receipt.act().at()))
                .update();
    }

    @Override
    public boolean mark(UUID id, Instant bookedAt) {
        return jdbc.sql("update replenishment_receipt set booked_at = ? where id = ? and booked_at is null")
                        .params(Columns.time(bookedAt), id)
                        .update()
                == 1;
    }

    @Override
    public Optional<Receipt> of(UUID id) {
        return jdbc.sql("select * from replenishment_receipt where id = ?")
                .param(id)
                .query(ReplenishmentRows::receipt)
                .optional();
    }

    @Override
    public List<Receipt> all(UUID replenishmentId) {
        return jdbc.sql("select * from replenishment_receipt where replenishment_id = ? order by id")
                .param(replenishmentId)
                .query(ReplenishmentRows::receipt)
                .list();
    }

    @Override
    public List<Receipt> pending(Instant notedBefore, int limit) {
        return jdbc.sql("""
                        select * from replenishment_receipt
                         where booked_at is null and noted_at <= ?
                         order by noted_at, id
                         limit ?
                        """)
                .params(Columns.time(notedBefore), limit)
                .query(ReplenishmentRows::receipt)
                .list();
    }
}
