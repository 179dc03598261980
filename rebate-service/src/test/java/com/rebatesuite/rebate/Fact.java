package com.rebatesuite.rebate;

/** One event of a shopper as it goes over the wire, and by which id. */
record Fact(String topic, String user, String id, String event) {

    private static final String ID_OF_EXAMPLES = "019b76da-a800-7000-8000-0000000000ff";

    /** The example of the type, with other words in place of some of its own. */
    static Fact of(String topic, String type, String user, String id, String... replacements) {
        var event = Contracts.example(type).replace(ID_OF_EXAMPLES, id).replace("shopper-1", user);
        for (int i = 0; i < replacements.length; i += 2) {
            event = event.replace(replacements[i], replacements[i + 1]);
        }
        return new Fact(topic, user, id, event);
    }

    /** The same is told once more by an event of its own. */
    Fact underId(String otherId) {
        return new Fact(topic, user, otherId, event.replace(id, otherId));
    }
}
