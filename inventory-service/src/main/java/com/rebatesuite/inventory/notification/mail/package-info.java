/** Messages as mail. */
@NullMarked
package com.rebatesuite.inventory.notification.mail;

import org.jspecify.annotations.NullMarked;
