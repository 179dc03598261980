package com.rebatesuite.inventory.location.postgres;

import com.rebatesuite.inventory.location.Location;
import com.rebatesuite.inventory.location.Locations;
import com.rebatesuite.inventory.location.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Places in PostgreSQL. */
@Component
class PostgresLocations implements Locations {

    private static final String COLUMNS = "name, title, priority, sellable, version";

    private final JdbcClient jdbc;

    PostgresLocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Location> of(String name) {
        return jdbc.sql("select " + COLUMNS + " from location where name = ?")
                .param(name)
                .query(PostgresLocations::location)
                .optional();
    }

    @Override
    public List<Location> after(String name, int limit) {
        return jdbc.sql("select " + COLUMNS + " from location where name > ? order by name limit ?")
                .params(name, limit)
                .query(PostgresLocations::location)
                .list();
    }

    @Override
    public Optional<Location> create(Place place, String title) {
        return jdbc.sql("insert into location (" + COLUMNS + ", updated_at) values (?, ?, ?, ?, 1, now())"
                        + " on conflict do nothing returning " + COLUMNS)
                .params(place.name(), title, place.priority(), place.sellable())
                .query(PostgresLocations::location)
                .optional();
    }

    @Override
    public Optional<Location> replace(Location changed) {
        var place = changed.place();
        return jdbc.sql("update location set title = ?, priority = ?, sellable = ?, version = version + 1,"
                        + " updated_at = now() where name = ? and version = ? returning " + COLUMNS)
                .params(changed.title(), place.priority(), place.sellable(), place.name(), changed.version())
                .query(PostgresLocations::location)
                .optional();
    }

    private static Location location(ResultSet row, int number) throws SQLException {
        var place = new Place(row.getString("name"), row.getInt("priority"), row.getBoolean("sellable"));
        return new Location(place, row.getString("title"), row.getLong("version"));
    }
}
