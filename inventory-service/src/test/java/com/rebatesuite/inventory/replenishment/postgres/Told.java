package com.rebatesuite.inventory.replenishment.postgres;

import com.rebatesuite.inventory.replenishment.Announcements;
import com.rebatesuite.inventory.replenishment.Receipt;
import com.rebatesuite.inventory.replenishment.Replenishment;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what is told in the transaction it is told in, and kills one in so many of them just before their commit. */
final class Told implements Announcements {

    private final JdbcClient jdbc;
    private final SplittableRandom random;
    private volatile int killsOneIn;

    Told(JdbcClient jdbc, long seed) {
        this.jdbc = jdbc;
        this.random = new SplittableRandom(seed);
        jdbc.sql("create table if not exists told (id uuid, sequence int, what text)")
                .update();
    }

    void killOneIn(int transactions) {
        killsOneIn = transactions;
    }

    @Override
    public void announce(List<Replenishment> replenishments) {
        replenishments.forEach(
                replenishment -> tell(replenishment, replenishment.status().wire()));
        killNowAndThen();
    }

    @Override
    public void announce(Replenishment replenishment, Receipt receipt) {
        tell(replenishment, receipt.cause());
        killNowAndThen();
    }

    private void tell(Replenishment replenishment, String what) {
        jdbc.sql("insert into told values (?, ?, ?)")
                .params(replenishment.id(), replenishment.sequence(), what)
                .update();
    }

    private void killNowAndThen() {
        if (killsOneIn > 0 && oneIn(killsOneIn)) {
            throw new Killed();
        }
    }

    private synchronized boolean oneIn(int transactions) {
        return random.nextInt(transactions) == 0;
    }

    /** The end of a replica, as its database sees it. */
    static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
