/** Telling people of alerts: who is told, by webhook or mail, and what has become of every message. */
@NullMarked
package com.rebatesuite.inventory.notification;

import org.jspecify.annotations.NullMarked;
