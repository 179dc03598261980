@NullMarked
package com.rebatesuite.inventory.view.web;

import org.jspecify.annotations.NullMarked;
