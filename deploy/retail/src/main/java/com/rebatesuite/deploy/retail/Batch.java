package com.rebatesuite.deploy.retail;

import com.rebatesuite.deploy.retail.invoices.Order;
import com.rebatesuite.deploy.retail.invoices.Return;
import com.rebatesuite.deploy.retail.invoices.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Transactions of one kind that follow each other and travel in one request. */
record Batch(List<Order> orders, List<Return> returns) {

    static final int MOST_LINES = 2_000;

    Batch {
        orders = List.copyOf(orders);
        returns = List.copyOf(returns);
    }

    /** Cuts transactions into batches; their order stays. A single order with more lines than that travels alone. */
    static List<Batch> of(List<Transaction> transactions, int most) {
        var batches = new ArrayList<Batch>();
        var current = new ArrayList<Transaction>();
        var lines = 0;
        for (var next : transactions) {
            var full = current.size() == most || lines + next.lineCount() > MOST_LINES;
            if (!current.isEmpty() && (full || current.getFirst().getClass() != next.getClass())) {
                batches.add(batch(current));
                current.clear();
                lines = 0;
            }
            current.add(next);
            lines += next.lineCount();
        }
        if (!current.isEmpty()) {
            batches.add(batch(current));
        }
        return batches;
    }

    private static Batch batch(List<Transaction> transactions) {
        var orders = new ArrayList<Order>();
        var returns = new ArrayList<Return>();
        for (var transaction : transactions) {
            switch (transaction) {
                case Order order -> orders.add(order);
                case Return returned -> returns.add(returned);
            }
        }
        return new Batch(orders, returns);
    }
}
