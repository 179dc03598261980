package com.rebatesuite.inventory.replenishment.postgres;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.Forecast;
import com.rebatesuite.inventory.replenishment.Forecasts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forecasts in PostgreSQL: a later one is never overwritten by one that arrives after it. */
@Component
class PostgresForecasts implements Forecasts {

    private final JdbcClient jdbc;

    PostgresForecasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void take(Collection<Forecast> forecasts) {
        jdbc.sql("""
                        insert into demand_forecast as known
                               (sku, location, sequence, as_of, model, mean_per_day, sigma_per_day, days)
                        select sku, location, sequence, as_of, model, mean_per_day, sigma_per_day, days::numeric[]
                          from unnest(?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::numeric[],
                                      ?::numeric[], ?::text[])
                            as row (sku, location, sequence, as_of, model, mean_per_day, sigma_per_day, days)
                         order by sku collate "C", location collate "C"
                            on conflict (sku, location) do update
                           set sequence = excluded.sequence, as_of = excluded.as_of, model = excluded.model,
                               mean_per_day = excluded.mean_per_day, sigma_per_day = excluded.sigma_per_day,
                               days = excluded.days
                         where (known.as_of, known.sequence) < (excluded.as_of, excluded.sequence)
                        """)
                .param(Columns.texts(forecasts, forecast -> forecast.key().sku()))
                .param(Columns.texts(forecasts, forecast -> forecast.key().location()))
                .param(Columns.numbers(forecasts, Forecast::sequence))
                .param(Columns.texts(forecasts, Forecast::asOf))
                .param(Columns.texts(forecasts, Forecast::model))
                .param(Columns.texts(forecasts, Forecast::meanPerDay))
                .param(Columns.texts(forecasts, Forecast::sigmaPerDay))
                .param(Columns.texts(forecasts, PostgresForecasts::days))
                .update();
    }

    /** The forecast in a row that may have none. */
    static @Nullable Forecast forecastOrNull(LevelKey key, ResultSet row) throws SQLException {
        var asOf = Columns.instantOrNull(row, "as_of");
        return asOf == null
                ? null
                : new Forecast(
                        key,
                        row.getLong("forecast_sequence"),
                        asOf,
                        row.getString("model"),
                        row.getBigDecimal("mean_per_day"),
                        row.getBigDecimal("sigma_per_day"),
                        List.of((BigDecimal[]) row.getArray("days").getArray()));
    }

    private static String days(Forecast forecast) {
        return forecast.days().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",", "{", "}"));
    }
}
