package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Facts in; recordings, dead letters and requests for budget out. Orders, commands and offers are keyed by user, grants lie on
 * the partition that asked: what belongs together is on one partition.
 */
final class LedgerTopology {

    private LedgerTopology() {}

    /** The recordings, the dead letters, and the requests for budget. */
    @SuppressWarnings({"unchecked", "rawtypes"
    }) // Java has no arrays of generic types, and the binder takes only arrays.
    static KStream<String, byte[]>[] ledger(
            KStream<String, byte[]> orders,
            KStream<String, byte[]> commands,
            KStream<String, byte[]> offers,
            KStream<String, byte[]> grants,
            LedgerParts parts) {
        var branches = orders.merge(commands, Named.as("orders-and-commands"))
                .merge(offers, Named.as("and-offers"))
                .merge(grants, Named.as("inputs"))
                .process(new Deciding(parts), Named.as("decide"))
                .split(Named.as("outcome-"))
                .branch((key, outcome) -> outcome.is(Outcome.Kind.RECORDED), Branched.as("recorded"))
                .branch((key, outcome) -> outcome.is(Outcome.Kind.REQUESTED), Branched.as("requested"))
                .defaultBranch(Branched.as("dead"));
        return new KStream[] {
            bytes(requireNonNull(branches.get("outcome-recorded")), "recorded-bytes"),
            bytes(requireNonNull(branches.get("outcome-dead")), "dead-bytes"),
            bytes(requireNonNull(branches.get("outcome-requested")), "requested-bytes")
        };
    }

    private static KStream<String, byte[]> bytes(KStream<String, Outcome> outcomes, String name) {
        return outcomes.mapValues(Outcome::bytes, Named.as(name));
    }

    private record Deciding(LedgerParts parts) implements ProcessorSupplier<String, byte[], String, Outcome> {

        @Override
        public Processor<String, byte[], String, Outcome> get() {
            return new LedgerProcessor(parts);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return LedgerStores.all();
        }
    }
}
