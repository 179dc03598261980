package com.rebatesuite.inventory.view.web;

import java.util.List;

/** The products that have levels, and those that have none. */
record ProductsResponse<T>(List<T> products, List<String> unknown) {}
