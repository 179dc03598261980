package com.rebatesuite.rebate.withdrawal;

import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.Views;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What the ledger would say to a request, by the views: as true as they are fresh, and without any effect. */
@Component
@EnableConfigurationProperties(WithdrawalTerms.class)
class WithdrawalCheck {

    private final Views views;
    private final WithdrawalTerms terms;
    private final Clock clock;

    WithdrawalCheck(Views views, WithdrawalTerms terms, Clock clock) {
        this.views = views;
        this.terms = terms;
        this.clock = clock;
    }

    /** Why the request would be refused; empty if the money would be held. */
    Optional<Refusal> refusal(WithdrawalRequested wanted) {
        var available = new MoneyView(wanted.amount().currency(), available(wanted));
        return code(wanted, available.minor()).map(code -> Refusal.of(code, available));
    }

    /** In the order of the ledger, which names the first reason. */
    private Optional<String> code(WithdrawalRequested wanted, long available) {
        if (wanted.amount().minor() < terms.withdrawalMinimum()) {
            return Optional.of("below-minimum");
        }
        if (views.frozen(wanted.userId())
                .filter(account -> account.value().frozen())
                .isPresent()) {
            return Optional.of("account-frozen");
        }
        return methodCode(wanted.userId())
                .or(() -> wanted.amount().minor() > available ? Optional.of("not-available") : Optional.empty());
    }

    private Optional<String> methodCode(String userId) {
        var method = views.payoutMethod(userId);
        if (method.isEmpty()) {
            return Optional.of("no-payout-method");
        }
        return method.filter(owned -> owned.value().usableFrom().isAfter(clock.instant()))
                .map(held -> "payout-method-held");
    }

    private long available(WithdrawalRequested wanted) {
        return views.account(wanted.userId()).balances().stream()
                .filter(balance -> balance.currency().equals(wanted.amount().currency()))
                .mapToLong(BalanceView::available)
                .sum();
    }
}
