package com.rebatesuite.inventory.notification.postgres;

import static com.rebatesuite.inventory.notification.NoticeFixture.ALERT;

import com.rebatesuite.inventory.Contract;
import com.rebatesuite.inventory.ServiceDatabase;
import com.rebatesuite.inventory.notification.Channels;
import com.rebatesuite.inventory.notification.Deliveries;
import com.rebatesuite.inventory.notification.DeliveriesContract;
import com.rebatesuite.inventory.notification.NotificationProperties;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** All of it in PostgreSQL: there is no other place where it is kept. */
class PostgresDeliveriesIT extends DeliveriesContract {

    private static ServiceDatabase database;

    @BeforeAll
    static void start() {
        database = new ServiceDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    protected Deliveries deliveries(NotificationProperties properties) {
        return new PostgresDeliveries(
                database.jdbc,
                Contract.JSON,
                properties,
                Objects.requireNonNull(database.transaction.getTransactionManager()));
    }

    @Override
    protected Channels channels() {
        return new PostgresChannels(database.jdbc);
    }

    @Override
    protected void empty() {
        database.jdbc
                .sql("truncate stock_alert, stock_crossing, alert_channel cascade")
                .update();
        database.jdbc.sql("""
                insert into stock_alert (id, sku, location, category, kind, state, first_sequence, sequence, available,
                        safety_stock, reorder_point, hysteresis, raised_at, changed_at)
                values (?, 'TEA-100', 'main', 'groceries', 'low', 'open', 8, 8, 8, 5, 10, 2, now(), now())
                """).param(ALERT).update();
    }
}
