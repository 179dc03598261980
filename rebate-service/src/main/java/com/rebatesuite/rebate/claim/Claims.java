package com.rebatesuite.rebate.claim;

import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** All claims of one shopper, as far as {@value #MOST} of them. */
@Component
class Claims {

    static final int MOST = 1_000;
    private static final int CHUNK = 200;

    private final Views views;

    Claims(Views views) {
        this.views = views;
    }

    List<ClaimView> of(String userId) {
        var claims = new ArrayList<ClaimView>();
        var chunk = views.claims(userId, null, CHUNK);
        while (!chunk.isEmpty() && claims.size() < MOST) {
            chunk.stream().map(Owned::value).forEach(claims::add);
            chunk = chunk.size() < CHUNK
                    ? List.of()
                    : views.claims(userId, claims.getLast().claimId(), CHUNK);
        }
        return claims;
    }
}
