package com.rebatesuite.inventory.location.web;

import com.rebatesuite.inventory.location.Location;
import com.rebatesuite.inventory.location.Locations;
import com.rebatesuite.inventory.location.Place;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Places for operators: nobody overwrites what somebody else has just changed. */
@RestController
@RequestMapping("/ops/stock/locations")
class LocationController {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";

    private final Locations locations;

    LocationController(Locations locations) {
        this.locations = locations;
    }

    @GetMapping
    Page<LocationResponse> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        var after = Cursor.decode(cursor, 1).map(decoded -> decoded.part(0)).orElse("");
        var found = locations.after(after, pageSize + 1);
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(LocationResponse::of).toList(), found.size() > pageSize ? cursorAfter(page) : null);
    }

    @GetMapping("/{name}")
    ResponseEntity<LocationResponse> read(@PathVariable @Pattern(regexp = NAME) String name) {
        return locations
                .of(name)
                .map(found -> tagged(HttpStatus.OK, found))
                .orElseThrow(() -> refusal(HttpStatus.NOT_FOUND, "unknown-location", "no location is named " + name));
    }

    /** Lists a location, or changes it with If-Match. It counts from the next batch of decisions on. */
    @AnswersWith({200, 201})
    @PutMapping("/{name}")
    ResponseEntity<LocationResponse> put(
            @PathVariable @Pattern(regexp = NAME) String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody LocationRequest request) {
        var place = new Place(name, request.priority(), request.sellable());
        return ifMatch == null
                ? locations
                        .create(place, request.title())
                        .map(created -> tagged(HttpStatus.CREATED, created))
                        .orElseThrow(() -> refusal(
                                HttpStatus.PRECONDITION_REQUIRED,
                                "if-match-missing",
                                "If-Match: none (expected: the ETag of " + name + ")"))
                : locations
                        .replace(new Location(place, request.title(), version(ifMatch)))
                        .map(replaced -> tagged(HttpStatus.OK, replaced))
                        .orElseThrow(() -> refusal(
                                HttpStatus.PRECONDITION_FAILED,
                                "location-changed",
                                "If-Match: " + ifMatch + " (expected: the present ETag of " + name + ")"));
    }

    private static long version(String ifMatch) {
        var tag = ifMatch.strip();
        return tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : -1;
    }

    private static String cursorAfter(List<Location> page) {
        return Cursor.of(page.getLast().place().name()).encode();
    }

    private static ResponseEntity<LocationResponse> tagged(HttpStatus status, Location location) {
        return ResponseEntity.status(status)
                .eTag("\"" + location.version() + "\"")
                .body(LocationResponse.of(location));
    }

    private static ErrorResponseException refusal(HttpStatus status, String code, String detail) {
        return Problems.refusal(Problems.of(status, code, detail));
    }

    /** How a place is called, which comes first when orders are served (the lowest), and whether orders are served from it. */
    record LocationRequest(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Min(0) @Max(1_000_000) Integer priority,
            @NotNull Boolean sellable) {}

    /** A place as it is listed. */
    record LocationResponse(String name, String title, int priority, boolean sellable) {

        static LocationResponse of(Location location) {
            var place = location.place();
            return new LocationResponse(place.name(), location.title(), place.priority(), place.sellable());
        }
    }
}
