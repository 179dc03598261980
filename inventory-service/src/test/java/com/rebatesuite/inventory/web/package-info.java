@NullMarked
package com.rebatesuite.inventory.web;

import org.jspecify.annotations.NullMarked;
