package com.rebatesuite.rebate.claim.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.claim.ClaimFiled;
import com.rebatesuite.rebate.claim.FileClaim;
import com.rebatesuite.rebate.claim.FileClaim.Answer;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.listing.BadPage;
import com.rebatesuite.rebate.view.Views;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shoppers claim what they miss, and see what became of it: only their own. */
@RestController
@RequestMapping("/api/rebates/claims")
class ShopperClaimController {

    private static final int MOST = 200;

    private final FileClaim fileClaim;
    private final Views views;

    ShopperClaimController(FileClaim fileClaim, Views views) {
        this.fileClaim = fileClaim;
        this.views = views;
    }

    @AnswersWith(value = 201, empty = 202)
    @PostMapping
    ResponseEntity<ClaimResponse> file(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Valid @RequestBody ClaimRequest request) {
        var key = IdempotencyKey.of(idempotencyKey);
        var wanted = ClaimFiled.of(key, caller.subject(), request.purchase(), request.note());
        return answer(fileClaim.file(key, wanted, Patience.of(prefer)));
    }

    @GetMapping
    Page<ClaimResponse> all(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        if (pageSize < 1 || pageSize > MOST) {
            throw BadPage.size(pageSize, MOST);
        }
        var before = Cursor.decode(cursor, 1).map(place -> place.part(0)).orElse(null);
        var claims = views.claims(caller.subject(), before, pageSize + 1).stream()
                .map(ClaimResponse::forShopper)
                .toList();
        if (claims.size() <= pageSize) {
            return new Page<>(claims, null);
        }
        var shown = claims.subList(0, pageSize);
        return new Page<>(shown, Cursor.of(shown.getLast().claimId()).encode());
    }

    @GetMapping("/{claimId}")
    ClaimResponse one(@Parameter(hidden = true) Caller caller, @PathVariable String claimId) {
        return views.claim(claimId)
                .filter(claim -> claim.userId().equals(caller.subject()))
                .map(ClaimResponse::forShopper)
                .orElseThrow(() -> ClaimProblems.notFound(claimId));
    }

    private static ResponseEntity<ClaimResponse> answer(Answer answer) {
        return switch (answer) {
            case Answer.Filed filed -> filed(filed);
            case Answer.Accepted accepted ->
                ResponseEntity.accepted().location(location(accepted.claimId())).build();
            case Answer.Claimed claimed -> throw ClaimProblems.claimed(claimed.claim());
            case Answer.TooMany tooMany -> throw ClaimProblems.tooMany(tooMany);
            case Answer.NotThen then -> throw ClaimProblems.notThen(then);
        };
    }

    private static ResponseEntity<ClaimResponse> filed(Answer.Filed filed) {
        var created = ResponseEntity.created(location(filed.claim().value().claimId()));
        if (filed.again()) {
            created.header("Idempotency-Hit", "true");
        }
        return created.body(ClaimResponse.forShopper(filed.claim()));
    }

    private static URI location(String claimId) {
        return URI.create("/api/rebates/claims/" + claimId);
    }
}
