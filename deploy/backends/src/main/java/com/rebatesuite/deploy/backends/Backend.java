package com.rebatesuite.deploy.backends;

/** A server that can be started, stopped and killed; it keeps its port and its data until its process ends for good. */
public interface Backend {

    /**
     * Starts the server and returns when it answers; does nothing when it runs already.
     *
     * @throws BackendFailed when it dies or does not answer in time
     */
    void start();

    /** Stops the server in good order; what it stored is there after the next {@link #start()}. */
    void stop();

    /** Ends the server at once, as a power cut would. */
    void kill();
}
