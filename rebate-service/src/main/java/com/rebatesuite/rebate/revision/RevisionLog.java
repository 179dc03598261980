package com.rebatesuite.rebate.revision;

/** Where changes are written down. */
public interface RevisionLog<T extends Revised> {

    /**
     * Returns the id of the event when the change is durable.
     *
     * @throws ChangeNotWritten if that is not certain
     */
    String write(T thing);
}
