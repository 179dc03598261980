package com.rebatesuite.rebate.audit.web;

import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.audit.DayTotals;
import com.rebatesuite.rebate.audit.Verification;
import com.rebatesuite.rebate.audit.VerifyAccount;
import com.rebatesuite.rebate.view.Views;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets shoppers check their own account, and operators everything. */
@RestController
class AuditController {

    private final VerifyAccount verify;
    private final Views views;

    AuditController(VerifyAccount verify, Views views) {
        this.verify = verify;
        this.views = views;
    }

    @GetMapping("/api/rebates/verify")
    Verification own(@Parameter(hidden = true) Caller caller) {
        return verify.verify(caller.subject());
    }

    @GetMapping("/ops/rebates/users/{userId}/verify")
    Verification of(@PathVariable String userId) {
        return verify.verify(userId);
    }

    @GetMapping("/ops/rebates/totals")
    DayTotals totals(@RequestParam("day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return DayTotals.of(day, views.movementsOfDay(day));
    }
}
