@NullMarked
package com.rebatesuite.inventory.commit.web;

import org.jspecify.annotations.NullMarked;
