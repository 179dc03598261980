package com.rebatesuite.rebate.view.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;

/** The prepared statements of the views. */
record Statements(
        PreparedStatement writeBalance,
        PreparedStatement writeEntry,
        PreparedStatement writeOrder,
        PreparedStatement writeOrderEntry,
        PreparedStatement readBalances,
        PreparedStatement readEntries,
        PreparedStatement readOrder,
        PreparedStatement readOrderEntries) {

    static Statements prepare(CqlSession session) {
        return new Statements(
                session.prepare("""
                        INSERT INTO balance (user_id, currency, version, as_of, last_entry, estimated, confirmed,
                          available, reserved, paid, earned, reversed)
                        VALUES (:user_id, :currency, :version, :as_of, :last_entry, :estimated, :confirmed,
                          :available, :reserved, :paid, :earned, :reversed)
                        USING TIMESTAMP :written"""),
                session.prepare("""
                        INSERT INTO entry (user_id, chunk, sequence, version, recorded_at, cause_source, cause_id,
                          cause_type, kind, order_id, line, source, target, currency, minor, rule_id, rule_version,
                          steps, previous_hash, hash)
                        VALUES (:user_id, :chunk, :sequence, :version, :recorded_at, :cause_source, :cause_id,
                          :cause_type, :kind, :order_id, :line, :source, :target, :currency, :minor, :rule_id,
                          :rule_version, :steps, :previous_hash, :hash)
                        USING TIMESTAMP :written"""),
                session.prepare("""
                        INSERT INTO order_rebate (order_id, user_id, version, as_of, state, channel, lines)
                        VALUES (:order_id, :user_id, :version, :as_of, :state, :channel, :lines)
                        USING TIMESTAMP :written"""),
                session.prepare("""
                        INSERT INTO order_rebate (order_id, sequence, entry_version, recorded_at, cause_source,
                          cause_id, cause_type, kind, line, source, target, currency, minor, rule_id, rule_version,
                          steps, previous_hash, hash)
                        VALUES (:order_id, :sequence, :version, :recorded_at, :cause_source, :cause_id, :cause_type,
                          :kind, :line, :source, :target, :currency, :minor, :rule_id, :rule_version, :steps,
                          :previous_hash, :hash)
                        USING TIMESTAMP :written"""),
                session.prepare("SELECT * FROM balance WHERE user_id = :user_id"),
                session.prepare("""
                        SELECT * FROM entry WHERE user_id = :user_id AND chunk = :chunk AND sequence < :before
                        LIMIT :most"""),
                session.prepare("""
                        SELECT DISTINCT order_id, user_id, version, as_of, state, channel, lines
                        FROM order_rebate WHERE order_id = :order_id"""),
                // Without the static columns: they would come with every row.
                session.prepare("""
                        SELECT order_id, sequence, entry_version, recorded_at, cause_source, cause_id, cause_type, kind,
                          line, source, target, currency, minor, rule_id, rule_version, steps, previous_hash, hash
                        FROM order_rebate WHERE order_id = :order_id"""));
    }
}
