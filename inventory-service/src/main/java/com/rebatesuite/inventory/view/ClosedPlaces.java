package com.rebatesuite.inventory.view;

import com.rebatesuite.inventory.location.Location;
import com.rebatesuite.inventory.location.Locations;
import com.rebatesuite.inventory.location.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The places nothing is sold from, as they were some seconds ago: a read of the fast view needs no other look at the books. */
@Component
public class ClosedPlaces {

    private static final int PAGE = 500;

    private final Locations locations;
    private volatile Set<String> names = Set.of();

    ClosedPlaces(Locations locations) {
        this.locations = locations;
    }

    /** Whether nothing is sold from there. */
    boolean has(String location) {
        return names.contains(location);
    }

    @Scheduled(fixedDelayString = "${stock-view.places-every:5s}")
    void lookAgain() {
        var closed = new HashSet<String>();
        for (var page = locations.after("", PAGE); !page.isEmpty(); page = after(page.getLast())) {
            page.stream()
                    .map(Location::place)
                    .filter(place -> !place.sellable())
                    .map(Place::name)
                    .forEach(closed::add);
        }
        names = Set.copyOf(closed);
    }

    private List<Location> after(Location last) {
        return locations.after(last.place().name(), PAGE);
    }
}
