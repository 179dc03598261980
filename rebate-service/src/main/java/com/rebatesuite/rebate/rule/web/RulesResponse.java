package com.rebatesuite.rebate.rule.web;

import java.util.List;

/** All rules, by id. */
record RulesResponse(List<RuleResponse> rules) {}
