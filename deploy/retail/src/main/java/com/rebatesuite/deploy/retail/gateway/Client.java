package com.rebatesuite.deploy.retail.gateway;

/** Who is asking: an OIDC client with the one scope it needs. */
public record Client(String id, String secret, String scope) {

    /** Feeds orders and returns. */
    public static final Client PARTNER = new Client("partner-retail", "partner-retail-secret", "partner");

    /** Receives stock, proposes the rule, reads the books. */
    public static final Client OPERATOR = new Client("ops-cli", "ops-cli-secret", "ops");

    /** Approves the rule: nobody may approve what he proposed. */
    public static final Client SECOND_OPERATOR = new Client("ops-cli-2", "ops-cli-2-secret", "ops");

    @Override
    public String toString() {
        return id;
    }
}
