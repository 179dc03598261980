package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.budget.CampaignRules;
import com.rebatesuite.rebate.merchant.Terms;
import com.rebatesuite.rebate.quote.Quotes;
import com.rebatesuite.rebate.rule.AppliedRules;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.apache.kafka.streams.kstream.KStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the topology. The bean name is the binding name: {@code ledger-in-0} is orders, {@code -1} the commands, {@code -2} the
 * offers, {@code -3} the budget grants.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class LedgerStreams {

    @Bean
    Function<
                    KStream<String, byte[]>,
                    Function<
                            KStream<String, byte[]>,
                            Function<
                                    KStream<String, byte[]>,
                                    Function<KStream<String, byte[]>, KStream<String, byte[]>[]>>>>
            ledger(LedgerParts parts) {
        return orders -> commands -> offers -> grants -> LedgerTopology.ledger(orders, commands, offers, grants, parts);
    }

    @Bean
    LedgerParts ledgerParts(
            JsonMapper mapper,
            MeterRegistry meters,
            EventIds ids,
            AppliedRules rules,
            CampaignRules campaigns,
            Terms terms,
            Quotes quotes,
            LedgerProperties properties) {
        return new LedgerParts(
                mapper, meters, new LedgerMetrics(meters), ids, rules::rulebook, campaigns, terms, quotes, properties);
    }
}
