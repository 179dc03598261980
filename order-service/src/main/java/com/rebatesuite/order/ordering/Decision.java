package com.rebatesuite.order.ordering;

/** What comes of a command to an order: an event, nothing (it is already so), or a refusal. */
public sealed interface Decision {

    /** The order after the decision. */
    Order order();

    /** Something happened. */
    record Happened(OrderEvent event) implements Decision {
        @Override
        public Order order() {
            return event.order();
        }
    }

    /** A repeat of what already ended the order: no effect. */
    record AlreadySo(Order order) implements Decision {}

    /** The order cannot go there from where it is. */
    record NotAllowed(Order order, OrderState wanted) implements Decision {

        /** The refusal for people: names the state and the moves that are allowed. */
        public String explanation() {
            var state = order.progress().state();
            return "order is " + state + " and cannot become " + wanted + " (allowed: " + state.next() + ")";
        }
    }
}
