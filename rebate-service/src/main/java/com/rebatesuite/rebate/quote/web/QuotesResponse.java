package com.rebatesuite.rebate.quote.web;

import java.util.List;

/** One answer per product, in the order they were asked for. */
record QuotesResponse(List<QuoteResponse> quotes) {}
