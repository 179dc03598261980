package com.rebatesuite.rebate.view.web;

import java.util.List;

/** The rebates of those of the asked orders that have one. */
record OrdersResponse(List<OrderResponse> orders) {}
