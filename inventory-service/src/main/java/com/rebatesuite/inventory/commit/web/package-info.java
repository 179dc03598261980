/** What HTTP answers when stock cannot be decided just now. */
@NullMarked
package com.rebatesuite.inventory.commit.web;

import org.jspecify.annotations.NullMarked;
