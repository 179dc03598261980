package com.rebatesuite.inventory.replenishment;

/**
 * The numbers a proposal was made from.
 *
 * @param demand units expected to go during the lead time
 * @param projected available - shortfall + incoming - demand
 * @param forecast which forecast was used, or why none was
 */
public record Inputs(
        long ruleVersion,
        long available,
        long shortfall,
        long incoming,
        long demand,
        long safetyStock,
        long orderPoint,
        long orderUpTo,
        long projected,
        String forecast) {}
