@NullMarked
package com.rebatesuite.inventory.commit;

import org.jspecify.annotations.NullMarked;
