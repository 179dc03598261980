package com.rebatesuite.rebate.view;

/** The event that led to a decision. */
public record CauseView(String source, String id, String type) {}
