package com.rebatesuite.order.partner.postgres;

import com.rebatesuite.order.partner.Claims;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims in the table {@code partner_claim}: its primary key is what makes a number good for one effect. */
@Repository
class PostgresClaims implements Claims {

    private final JdbcClient jdbc;

    PostgresClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Claim> claim(String partner, Kind kind, List<Claim> claims) {
        if (claims.isEmpty()) {
            return Map.of();
        }
        insert(partner, kind, claims);
        // A statement of its own: only a new snapshot sees what another batch has just committed.
        var holders = new HashMap<String, Claim>();
        jdbc.sql("""
                        select external_number, fingerprint, subject_id
                        from partner_claim
                        where partner = :partner and kind = :kind and external_number = any(:numbers)
                        """)
                .param("partner", partner)
                .param("kind", kind.name())
                .param("numbers", texts(claims, Claim::externalNumber))
                .query((row, number) -> new Claim(
                        row.getString("external_number"),
                        row.getString("fingerprint"),
                        row.getObject("subject_id", UUID.class)))
                .list()
                .forEach(claim -> holders.put(claim.externalNumber(), claim));
        return holders;
    }

    private void insert(String partner, Kind kind, List<Claim> claims) {
        // Sorted: two batches with common numbers wait for each other instead of dying in a deadlock.
        jdbc.sql("""
                        insert into partner_claim (partner, kind, external_number, fingerprint, subject_id)
                        select :partner, :kind, number, fingerprint, subject::uuid
                        from unnest(:numbers::text[], :fingerprints::text[], :subjects::text[])
                             as new (number, fingerprint, subject)
                        order by number
                        on conflict (partner, kind, external_number) do nothing
                        """)
                .param("partner", partner)
                .param("kind", kind.name())
                .param("numbers", texts(claims, Claim::externalNumber))
                .param("fingerprints", texts(claims, Claim::fingerprint))
                .param("subjects", texts(claims, claim -> claim.subjectId().toString()))
                .update();
    }

    @Override
    public void release(String partner, Kind kind, Collection<String> externalNumbers) {
        if (externalNumbers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        delete from partner_claim
                        where partner = :partner and kind = :kind and external_number = any(:numbers)
                        """)
                .param("partner", partner)
                .param("kind", kind.name())
                .param("numbers", externalNumbers.toArray(String[]::new))
                .update();
    }

    private static String[] texts(List<Claim> claims, Function<Claim, String> column) {
        return claims.stream().map(column).toArray(String[]::new);
    }
}
