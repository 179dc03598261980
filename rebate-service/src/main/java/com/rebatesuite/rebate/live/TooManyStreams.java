package com.rebatesuite.rebate.live;

/** This replica can open no further stream. */
public class TooManyStreams extends RuntimeException {

    TooManyStreams(int most) {
        super("at most " + most + " streams in all");
    }
}
