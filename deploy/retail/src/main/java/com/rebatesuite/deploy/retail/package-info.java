/** The command that replays retail invoices through the gateway and compares the outcome with the file. */
@NullMarked
package com.rebatesuite.deploy.retail;

import org.jspecify.annotations.NullMarked;
