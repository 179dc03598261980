package com.rebatesuite.inventory.alert;

import java.util.Map;

/** To which category a product belongs, as operators have said. */
public interface Categories {

    /** Where a product belongs of which nobody has said anything. */
    String GENERAL = "general";

    /** The category of a product. */
    String of(String sku);

    /** Says it of these products. */
    void put(Map<String, String> categoriesBySku);
}
