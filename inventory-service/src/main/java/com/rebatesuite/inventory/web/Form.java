package com.rebatesuite.inventory.web;

/** What operators write has to look like this. */
public final class Form {

    /** A URI reference of at most 200 characters: {@code order/17}, {@code https://example.com/17#3}. */
    public static final String REFERENCE =
            "(?!.{201})([A-Za-z0-9._~:/?@!$&'()*+,;=\\[\\]-]|%[0-9A-Fa-f]{2})+(#([A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?";

    /** What to say of another one. */
    public static final String REFERENCE_IS = "a URI reference like order/17 or https://example.com/17";

    /** The name of a location. */
    public static final String LOCATION = "[a-z0-9][a-z0-9-]{0,31}";

    private Form() {}
}
