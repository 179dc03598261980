@NullMarked
package com.rebatesuite.inventory.commit.postgres;

import org.jspecify.annotations.NullMarked;
