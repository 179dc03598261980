package com.rebatesuite.inventory.deadletter.web;

import com.rebatesuite.inventory.deadletter.DeadLetter;
import com.rebatesuite.inventory.deadletter.DeadLetters;
import com.rebatesuite.inventory.deadletter.DeadTopic;
import com.rebatesuite.inventory.deadletter.HandleDeadLetter.UnknownDeadLetter;
import com.rebatesuite.inventory.deadletter.Handlings;
import com.rebatesuite.inventory.deadletter.RecordId;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters for operators, to look at. */
@RestController
@RequestMapping("/ops/stock/dead-letters")
class DeadLetterController {

    private final DeadLetters letters;
    private final Handlings handlings;

    DeadLetterController(DeadLetters letters, Handlings handlings) {
        this.letters = letters;
        this.handlings = handlings;
    }

    /** The topics there are, each with how many letters it keeps. */
    @GetMapping("/topics")
    TopicsResponse topics() {
        return new TopicsResponse(letters.topics());
    }

    /** The letters of one topic, newest first. */
    @GetMapping
    Page<DeadLetterResponse> list(
            @RequestParam @NotBlank @Size(max = 249) String topic,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(100) int pageSize) {
        var page = letters.newest(topic, before(cursor), pageSize);
        var handled = handlings.of(page.letters().stream().map(DeadLetter::id).toList());
        return new Page<>(
                page.letters().stream()
                        .map(letter -> DeadLetterResponse.of(letter, handled.getOrDefault(letter.id(), List.of())))
                        .toList(),
                page.more() ? cursor(page.before()) : null);
    }

    /** One letter with all of its content and everything that was done with it. */
    @GetMapping("/{id}")
    InspectionResponse inspect(@PathVariable String id) {
        var record = DeadLetterProblems.id(id);
        var dead = letters.find(record).orElseThrow(() -> new UnknownDeadLetter(record));
        return InspectionResponse.of(dead, handlings.of(List.of(record)).getOrDefault(record, List.of()));
    }

    private static String cursor(Map<Integer, Long> before) {
        return Cursor.of(new TreeMap<>(before)
                        .entrySet().stream()
                                .map(partition -> partition.getKey() + ":" + partition.getValue())
                                .collect(Collectors.joining(",")))
                .encode();
    }

    private static Map<Integer, Long> before(@Nullable String cursor) {
        var before = new TreeMap<Integer, Long>();
        Cursor.decode(cursor, 1).ifPresent(decoded -> {
            for (var partition : decoded.part(0).split(",", -1)) {
                var place = place(partition);
                before.put(place.partition(), place.offset());
            }
        });
        return before;
    }

    private static RecordId place(String partition) {
        try {
            return RecordId.parse("cursor:" + partition);
        } catch (IllegalArgumentException notOurs) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", "the cursor is not from this list"));
        }
    }

    /** All of them, by name. */
    record TopicsResponse(List<DeadTopic> topics) {}
}
