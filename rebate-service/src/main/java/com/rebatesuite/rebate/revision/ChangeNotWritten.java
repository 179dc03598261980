package com.rebatesuite.rebate.revision;

/** Whether a change was written down is not known. */
public class ChangeNotWritten extends RuntimeException {

    public ChangeNotWritten(String key, Throwable cause) {
        super("the change of " + key + " was not acknowledged", cause);
    }
}
