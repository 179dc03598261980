package com.rebatesuite.rebate.quote.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.quote.CatalogueItem;
import com.rebatesuite.rebate.quote.InMemoryCatalogue;
import com.rebatesuite.rebate.quote.Quoting;
import com.rebatesuite.rebate.quote.Rules;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

class QuoteControllerTest {

    private final InMemoryCatalogue catalogue =
            new InMemoryCatalogue().with(new CatalogueItem("TEA-100", "groceries", "own", "GBP", 502));
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new QuoteController(Quoting.with(catalogue, Rules.percent("tea", 250))))
            .setCustomArgumentResolvers(new AliceCalls())
            .setMessageConverters(new JacksonJsonHttpMessageConverter(Contracts.MAPPER))
            .build();

    @Test
    void saysPriceRebateRuleAndUntilWhen() throws Exception {
        mvc.perform(quote("TEA-100", "NO-1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.quotes.length()").value(2))
                .andExpect(jsonPath("$.quotes[0].known").value(true))
                .andExpect(jsonPath("$.quotes[0].price.minor").value(502))
                .andExpect(jsonPath("$.quotes[0].rebate.minor").value(13))
                .andExpect(jsonPath("$.quotes[0].rebate.currency").value("GBP"))
                .andExpect(jsonPath("$.quotes[0].rule_id").value("tea"))
                .andExpect(jsonPath("$.quotes[0].rule_version").value(1))
                .andExpect(jsonPath("$.quotes[0].rate_basis_points").value(250))
                .andExpect(jsonPath("$.quotes[0].expires_at").value("2026-03-01T10:30:00Z"))
                .andExpect(jsonPath("$.quotes[0].quote").value(startsWith("old.")))
                .andExpect(jsonPath("$.quotes[1].sku").value("NO-1"))
                .andExpect(jsonPath("$.quotes[1].known").value(false));
    }

    @Test
    void asksToComeBackWhileTheCatalogueIsAway() throws Exception {
        catalogue.goAway();

        mvc.perform(quote("TEA-100"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "2"))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(content().string(containsString("catalogue-unavailable")))
                .andExpect(content().string(containsString("\"retryable\":true")));
    }

    @Test
    void answersForUpToFiftyProducts() throws Exception {
        var many = new String[51];
        Arrays.setAll(many, number -> "SKU-" + number);

        mvc.perform(quote(Arrays.copyOf(many, 50))).andExpect(status().isOk());
        mvc.perform(quote(many)).andExpect(status().isBadRequest());
        mvc.perform(get("/api/rebates/quote")).andExpect(status().isBadRequest());
        mvc.perform(quote("")).andExpect(status().isBadRequest());
        mvc.perform(quote("x".repeat(65))).andExpect(status().isBadRequest());
    }

    private static MockHttpServletRequestBuilder quote(String... skus) {
        return get("/api/rebates/quote").param("sku", skus);
    }

    /** Stands for the token. */
    private static final class AliceCalls implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return new Caller("alice", null, false);
        }
    }
}
