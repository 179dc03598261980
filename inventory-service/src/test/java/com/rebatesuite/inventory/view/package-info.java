@NullMarked
package com.rebatesuite.inventory.view;

import org.jspecify.annotations.NullMarked;
