package com.rebatesuite.inventory.notification.postgres;

import com.rebatesuite.inventory.notification.Channel;
import com.rebatesuite.inventory.notification.ChannelType;
import com.rebatesuite.inventory.notification.Message;
import com.rebatesuite.inventory.notification.Notice;
import com.rebatesuite.inventory.notification.NotificationProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Takes the next message, in the surrounding transaction. */
final class TakeMessage {

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final NotificationProperties properties;

    TakeMessage(JdbcClient jdbc, JsonMapper mapper, NotificationProperties properties) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.properties = properties;
    }

    Optional<Message> at(Instant now) {
        var time = now.atOffset(ZoneOffset.UTC);
        return channel(time).flatMap(channel -> {
            var taken = take(channel, time);
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            count(channel, time);
            return Optional.of(message(channel, taken));
        });
    }

    /** A channel to which something is due and that may get it in this minute. Whoever holds its row counts alone. */
    private Optional<Channel> channel(OffsetDateTime now) {
        return jdbc.sql("""
                        select channel.* from alert_channel channel
                         where removed_at is null
                           and (window_started <= ?::timestamptz - interval '1 minute' or sent_in_window < ?)
                           and exists (select from alert_delivery
                                        where channel_id = channel.id and status = 'pending' and due_at <= ?)
                         order by window_started
                         limit 1
                           for update skip locked
                        """)
                .param(now)
                .param(properties.perMinute())
                .param(now)
                .query(PostgresChannels::channel)
                .optional();
    }

    /**
     * What is due longest, with what went out in the same message before, or with what else is waiting for its first time.
     * For as long as the lease lasts nothing of it is due.
     */
    private List<Taken> take(Channel channel, OffsetDateTime now) {
        return jdbc.sql("""
                        with due as (
                            select id, message_id, due_at from alert_delivery
                             where channel_id = ? and status = 'pending' and due_at <= ?
                        ), first as (
                            select id, message_id from due order by due_at, id limit 1
                        ), picked as (
                            select delivery.id, first.id as first_id
                              from alert_delivery delivery join due using (id) cross join first
                             where due.message_id is not distinct from first.message_id
                             order by delivery.id <> first.id, delivery.id
                             limit ?
                               for update of delivery skip locked
                        )
                        update alert_delivery delivery
                           set message_id = coalesce(message_id, picked.first_id), attempts = attempts + 1, due_at = ?
                          from picked
                         where delivery.id = picked.id and delivery.status = 'pending'
                        returning delivery.id, delivery.message_id, delivery.attempts, delivery.notice
                        """)
                .param(channel.id())
                .param(now)
                .param(channel.type() == ChannelType.MAIL ? properties.digest() : 1)
                .param(now.plus(properties.lease()))
                .query(this::taken)
                .list();
    }

    private void count(Channel channel, OffsetDateTime now) {
        jdbc.sql("""
                update alert_channel
                   set sent_in_window = case when window_started <= said.now - interval '1 minute' then 1
                                             else sent_in_window + 1 end,
                       window_started = case when window_started <= said.now - interval '1 minute' then said.now
                                             else window_started end
                  from (select ?::timestamptz as now) as said
                 where id = ?
                """).param(now).param(channel.id()).update();
    }

    private static Message message(Channel channel, List<Taken> taken) {
        var sorted = taken.stream().sorted(Comparator.comparing(Taken::id)).toList();
        return new Message(
                sorted.getFirst().messageId(),
                channel,
                sorted.stream().map(Taken::notice).toList(),
                sorted.stream().mapToInt(Taken::attempts).max().orElseThrow());
    }

    private Taken taken(ResultSet row, int number) throws SQLException {
        return new Taken(
                row.getObject("id", UUID.class),
                row.getObject("message_id", UUID.class),
                row.getInt("attempts"),
                mapper.readValue(row.getString("notice"), Notice.class));
    }

    private record Taken(UUID id, UUID messageId, int attempts, Notice notice) {}
}
