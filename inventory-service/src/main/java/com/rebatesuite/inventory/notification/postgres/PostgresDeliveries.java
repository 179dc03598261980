package com.rebatesuite.inventory.notification.postgres;

import com.rebatesuite.inventory.notification.Deliveries;
import com.rebatesuite.inventory.notification.Delivery;
import com.rebatesuite.inventory.notification.DeliveryStatus;
import com.rebatesuite.inventory.notification.Message;
import com.rebatesuite.inventory.notification.Notice;
import com.rebatesuite.inventory.notification.NotificationProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries in PostgreSQL. What became of an attempt is written only by whoever made it: its number is its licence. */
@Component
class PostgresDeliveries implements Deliveries {

    private static final int MAX_ERROR = 500;
    private static final int ALERT_AT_MOST = 1000;
    private static final int COUNTED_AT_MOST = 100_000;

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final TakeMessage takeMessage;
    private final TransactionTemplate transaction;

    PostgresDeliveries(
            JdbcClient jdbc,
            JsonMapper mapper,
            NotificationProperties properties,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.takeMessage = new TakeMessage(jdbc, mapper, properties);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void queue(Collection<Delivery> deliveries) {
        jdbc.sql("""
                insert into alert_delivery (id, alert_id, channel_id, notice, status, due_at, created_at)
                select id, alert_id, channel_id, notice, 'pending', created_at, created_at
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::jsonb[], ?::timestamptz[])
                       as said (id, alert_id, channel_id, notice, created_at)
                """)
                .param(deliveries.stream().map(Delivery::id).toArray(UUID[]::new))
                .param(deliveries.stream().map(Delivery::alertId).toArray(UUID[]::new))
                .param(deliveries.stream().map(Delivery::channelId).toArray(UUID[]::new))
                .param(deliveries.stream()
                        .map(delivery -> mapper.writeValueAsString(delivery.notice()))
                        .toArray(String[]::new))
                .param(deliveries.stream()
                        .map(delivery -> delivery.createdAt().toString())
                        .toArray(String[]::new))
                .update();
    }

    @Override
    public List<Delivery> ofAlert(UUID alertId) {
        return jdbc.sql("select * from alert_delivery where alert_id = ? order by id limit ?")
                .param(alertId)
                .param(ALERT_AT_MOST)
                .query(this::delivery)
                .list();
    }

    @Override
    public List<Delivery> page(DeliveryStatus status, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select * from alert_delivery
                         where status = ? and id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                         order by id desc limit ?
                        """)
                .param(status.wire())
                .param(after)
                .param(limit)
                .query(this::delivery)
                .list();
    }

    @Override
    public Optional<Message> take(Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> takeMessage.at(now)));
    }

    @Override
    public void sent(Message message, Instant now) {
        jdbc.sql("""
                update alert_delivery set status = 'sent', sent_at = ?, last_error = null
                 where message_id = ? and attempts = ? and status = 'pending'
                """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(message.id())
                .param(message.attempt())
                .update();
    }

    @Override
    public void postponed(Message message, String why, Instant until) {
        jdbc.sql("""
                update alert_delivery set due_at = ?, last_error = ?
                 where message_id = ? and attempts = ? and status = 'pending'
                """)
                .param(until.atOffset(ZoneOffset.UTC))
                .param(shortened(why))
                .param(message.id())
                .param(message.attempt())
                .update();
    }

    @Override
    public void givenUp(Message message, String why, DeliveryStatus status) {
        jdbc.sql("""
                update alert_delivery set status = ?, last_error = ?
                 where message_id = ? and attempts = ? and status = 'pending'
                """)
                .param(status.wire())
                .param(shortened(why))
                .param(message.id())
                .param(message.attempt())
                .update();
    }

    /** Keeps the message it belongs to: what the receiver may have got already it gets by the same id. */
    @Override
    public Optional<Delivery> retry(UUID alertId, UUID id, Instant now) {
        jdbc.sql("""
                update alert_delivery set status = 'pending', attempts = 0, due_at = ?
                 where alert_id = ? and id = ? and status in ('failed', 'undeliverable')
                   and exists (select from alert_channel where id = channel_id and removed_at is null)
                """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(alertId)
                .param(id)
                .update();
        return jdbc.sql("select * from alert_delivery where alert_id = ? and id = ?")
                .param(alertId)
                .param(id)
                .query(this::delivery)
                .optional();
    }

    @Override
    public Backlog backlog() {
        return jdbc.sql("""
                        select count(*) filter (where status = 'pending') as pending,
                               count(*) filter (where status = 'failed') as failed,
                               count(*) filter (where status = 'undeliverable') as undeliverable,
                               min(created_at) filter (where status = 'pending') as oldest
                          from (select status, created_at from alert_delivery
                                 where status in ('pending', 'failed', 'undeliverable') limit ?) as counted
                        """)
                .param(COUNTED_AT_MOST)
                .query((row, number) -> new Backlog(
                        row.getLong("pending"),
                        row.getLong("failed"),
                        row.getLong("undeliverable"),
                        instant(row, "oldest")))
                .single();
    }

    private Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("alert_id", UUID.class),
                row.getObject("channel_id", UUID.class),
                mapper.readValue(row.getString("notice"), Notice.class),
                DeliveryStatus.of(row.getString("status")),
                row.getInt("attempts"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String shortened(String why) {
        return why.substring(0, Math.min(MAX_ERROR, why.length()));
    }
}
