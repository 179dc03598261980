package com.rebatesuite.deploy.bench;

import java.net.URI;

/** One way into the suite: the door in front of it, or the services themselves. */
record Side(String name, URI orders, URI rebates) {

    static Side gateway(URI gateway) {
        return new Side("gateway", gateway, gateway);
    }

    static Side direct(URI orderService, URI rebateService) {
        return new Side("direct", orderService, rebateService);
    }
}
