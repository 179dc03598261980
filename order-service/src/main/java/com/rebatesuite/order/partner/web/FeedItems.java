package com.rebatesuite.order.partner.web;

import com.rebatesuite.order.partner.FeedItem;
import com.rebatesuite.order.partner.FeedItem.Unreadable;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the items of a batch one by one, so that one of the wrong shape does not make the others unreadable. */
@Component
class FeedItems {

    private static final int SHOWN = 200;

    private final JsonMapper json;

    FeedItems(JsonMapper json) {
        this.json = json;
    }

    <T, S extends FeedItem<T>> List<FeedItem<T>> read(List<JsonNode> items, Class<S> type) {
        return items.stream().map(item -> this.<T, S>read(item, type)).toList();
    }

    private <T, S extends FeedItem<T>> FeedItem<T> read(JsonNode item, Class<S> type) {
        if (!item.isObject()) {
            return new Unreadable<>("", "item: " + item.getNodeType() + " (expected: an object)");
        }
        try {
            return json.treeToValue(item, type);
        } catch (JacksonException unreadable) {
            return new Unreadable<>(number(item), shortened(unreadable.getOriginalMessage()));
        }
    }

    private static String number(JsonNode item) {
        var number = item.path("external_number");
        return number.isString() ? shortened(number.stringValue()) : "";
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
