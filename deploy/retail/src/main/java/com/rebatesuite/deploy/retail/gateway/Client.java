package com.rebatesuite.deploy.retail.gateway;

/** Who is asking: an OIDC client with the one scope it needs. */
public record Client(String id, String secret, String scope) {

    /** Feeds orders and returns. */
    public static final Client PARTNER = new Client("partner-retail", "partner-retail-secret", "partner");

    /** Receives stock, keeps the rule, reads the books. */
    public static final Client OPERATOR = new Client("ops-cli", "ops-cli-secret", "ops");

    @Override
    public String toString() {
        return id;
    }
}
