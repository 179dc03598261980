/** A retail invoice file read as orders and returns: rows, why a row is no use, and which purchase a return is of. */
@NullMarked
package com.rebatesuite.deploy.retail.invoices;

import org.jspecify.annotations.NullMarked;
