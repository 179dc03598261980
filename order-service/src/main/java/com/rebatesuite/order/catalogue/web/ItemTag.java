package com.rebatesuite.order.catalogue.web;

import com.rebatesuite.order.catalogue.Item;

/** The ETag of an item: its version. */
final class ItemTag {

    private ItemTag() {}

    static String of(Item item) {
        return "\"" + item.version() + "\"";
    }

    /** The version an If-Match header names; one that no item has when it is no tag of ours. */
    static long version(String ifMatch) {
        var tag = ifMatch.strip();
        return tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : -1;
    }
}
