package com.rebatesuite.order.departments;

import java.util.List;

/** Where requests to departments are written, in the transaction of what gave rise to them. */
@FunctionalInterface
public interface Departments {

    /** Asks, in this order. */
    void ask(List<DepartmentRequest> requests);
}
