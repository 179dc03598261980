package com.rebatesuite.order.returns;

import java.util.UUID;

/** There is no such return. */
public class UnknownReturn extends RuntimeException {

    UnknownReturn(UUID id) {
        super("there is no return " + id);
    }
}
