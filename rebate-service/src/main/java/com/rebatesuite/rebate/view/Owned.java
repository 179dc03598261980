package com.rebatesuite.rebate.view;

/**
 * Something of a shopper as it stands.
 *
 * @param version version of the account when it last changed
 */
public record Owned<T>(String userId, long version, T value) {}
