package com.rebatesuite.inventory.notification.postgres;

import com.rebatesuite.inventory.notification.Channel;
import com.rebatesuite.inventory.notification.ChannelType;
import com.rebatesuite.inventory.notification.Channels;
import com.rebatesuite.inventory.notification.Secrets;
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
import org.springframework.transaction.annotation.Transactional;

/** Channels in PostgreSQL. One that was removed stays as long as something tells of it. */
@Component
class PostgresChannels implements Channels {

    private static final String LARGEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private final JdbcClient jdbc;

    PostgresChannels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Channel channel) {
        var secrets = Optional.ofNullable(channel.secrets());
        jdbc.sql("""
                insert into alert_channel (id, type, category, kinds, address, secret, previous_secret, previous_until,
                        created_by, created_at)
                values (?, ?, ?, ?::text[], ?, ?, ?, ?::timestamptz, ?, ?)
                on conflict (id) do update set secret = excluded.secret, previous_secret = excluded.previous_secret,
                        previous_until = excluded.previous_until
                """)
                .param(channel.id())
                .param(channel.type().wire())
                .param(channel.category())
                .param(channel.kinds().toArray(String[]::new))
                .param(channel.address())
                .param(secrets.map(Secrets::current).orElse(null))
                .param(secrets.map(Secrets::previous).orElse(null))
                .param(secrets.map(Secrets::previousUntil)
                        .map(until -> until.atOffset(ZoneOffset.UTC))
                        .orElse(null))
                .param(channel.createdBy())
                .param(channel.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Channel> lock(UUID id) {
        return jdbc.sql("select * from alert_channel where id = ? and removed_at is null for update")
                .param(id)
                .query(PostgresChannels::channel)
                .optional();
    }

    @Override
    public List<Channel> of(Collection<String> categories) {
        return jdbc.sql("""
                        select * from alert_channel
                         where removed_at is null and (category = any (?::text[]) or category = ?)
                         order by id
                        """)
                .param(categories.toArray(String[]::new))
                .param(Channel.ANY)
                .query(PostgresChannels::channel)
                .list();
    }

    @Override
    public List<Channel> page(@Nullable UUID after, int limit) {
        return jdbc.sql("select * from alert_channel where removed_at is null and id < ? order by id desc limit ?")
                .param(Objects.requireNonNullElse(after, UUID.fromString(LARGEST)))
                .param(limit)
                .query(PostgresChannels::channel)
                .list();
    }

    @Override
    @Transactional
    public boolean remove(UUID id, Instant now) {
        var removed = jdbc.sql("update alert_channel set removed_at = ? where id = ? and removed_at is null")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
        jdbc.sql("update alert_delivery set status = 'cancelled' where channel_id = ? and status = 'pending'")
                .param(id)
                .update();
        return removed == 1;
    }

    static Channel channel(ResultSet row, int number) throws SQLException {
        return new Channel(
                row.getObject("id", UUID.class),
                ChannelType.of(row.getString("type")),
                row.getString("category"),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getString("address"),
                secrets(row),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Secrets secrets(ResultSet row) throws SQLException {
        var current = row.getString("secret");
        var until = row.getObject("previous_until", OffsetDateTime.class);
        return current == null
                ? null
                : new Secrets(current, row.getString("previous_secret"), until == null ? null : until.toInstant());
    }
}
