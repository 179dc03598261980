/** Reconciliations for operators. */
@NullMarked
package com.rebatesuite.inventory.reconciliation.web;

import org.jspecify.annotations.NullMarked;
