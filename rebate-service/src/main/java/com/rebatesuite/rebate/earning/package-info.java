/** What an order earns: plain functions of basket, shopper, budgets and rules. No Kafka, no JSON, no clock. */
@NullMarked
package com.rebatesuite.rebate.earning;

import org.jspecify.annotations.NullMarked;
