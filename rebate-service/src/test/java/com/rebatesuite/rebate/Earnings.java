package com.rebatesuite.rebate;

/** What an order brought and what of that was taken back, in minor units, campaigns apart. */
record Earnings(long earned, long reversed) {

    static final Earnings NONE = new Earnings(0, 0);

    Earnings plus(Earnings more) {
        return new Earnings(earned + more.earned, reversed + more.reversed);
    }
}
