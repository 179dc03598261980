package com.rebatesuite.rebate.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.rebate.Contracts;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What shoppers do, as the topic orders tells it: orders of two lines are paid, most are completed later, some have a
 * return. Each is decided with exactly one recording.
 */
final class Facts {

    private static final int ORDERS_BEFORE_THE_SECOND_FACT = 500;
    private static final int COMPLETED_PERCENT = 60;
    private static final int RETURNED_PERCENT = 10;
    private static final String ORDER_ID = "019b76da-a800-7000-8000-000000000001";
    private static final String EVENT_ID = "019b76da-a800-7000-8000-0000000000ff";

    private final String paid = Contracts.example("order-paid").replace("kitchen", "groceries");
    private final String completed = Contracts.example("order-completed");
    private final String returned = Contracts.example("return-received");
    private final SplittableRandom random = new SplittableRandom(7);
    private final int users;
    private int orders;
    private long events;

    Facts(int users) {
        this.users = users;
    }

    /** So many facts about shoppers whose names begin like that. */
    List<ProducerRecord<String, byte[]>> next(String prefix, int number) {
        var facts = new ArrayList<ProducerRecord<String, byte[]>>(number);
        for (int first = orders; facts.size() < number; orders++) {
            facts.add(fact(paid, prefix, orders));
            int before = orders - ORDERS_BEFORE_THE_SECOND_FACT;
            if (before >= first && facts.size() < number) {
                second(prefix, before, facts);
            }
        }
        return facts;
    }

    /** An order of a shopper who has none yet. */
    ProducerRecord<String, byte[]> ofNewcomer(String user) {
        return event(paid, user, orders++);
    }

    private void second(String prefix, int order, List<ProducerRecord<String, byte[]>> facts) {
        int percent = random.nextInt(100);
        if (percent < COMPLETED_PERCENT) {
            facts.add(fact(completed, prefix, order));
        } else if (percent < COMPLETED_PERCENT + RETURNED_PERCENT) {
            facts.add(fact(returned, prefix, order));
        }
    }

    private ProducerRecord<String, byte[]> fact(String example, String prefix, int order) {
        return event(example, prefix + order % users, order);
    }

    private ProducerRecord<String, byte[]> event(String example, String user, int order) {
        var json = example.replace(ORDER_ID, "019b76da-a800-7000-8000-%012x".formatted(order))
                .replace(EVENT_ID, "019b76da-a800-7000-9000-%012x".formatted(events++))
                .replace("shopper-1", user);
        return new ProducerRecord<>("orders", user, json.getBytes(UTF_8));
    }
}
