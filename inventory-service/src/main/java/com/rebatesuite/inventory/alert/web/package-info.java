/** Alerts, thresholds and projections over HTTP. */
@NullMarked
package com.rebatesuite.inventory.alert.web;

import org.jspecify.annotations.NullMarked;
