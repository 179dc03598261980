package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.ledger.Input;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contracts show, the ledger understands. */
class CommandContractTest {

    private final InputReader reader =
            new InputReader(Contracts.MAPPER, new SimpleMeterRegistry(), LedgerDriver.QUOTES);

    @ParameterizedTest
    @CsvSource({
        "order-paid, OrderPaid",
        "order-delivered, OrderDelivered",
        "order-completed, OrderCompleted",
        "order-cancelled, OrderCancelled",
        "return-received, ReturnReceived",
        "rebate-settled, RebateSettled",
        "rebate-amended, RebateAmended",
        "rebate-rejected, RebateRejected",
        "payout-method-set, PayoutMethodSet",
        "withdrawal-requested, WithdrawalRequested",
        "withdrawal-batched, WithdrawalBatched",
        "withdrawal-settled, WithdrawalSettled",
        "withdrawal-failed, WithdrawalFailed",
        "adjustment-proposed, AdjustmentProposed",
        "adjustment-decided, AdjustmentDecided",
        "account-frozen, AccountFrozen",
        "account-unfrozen, AccountFrozen",
        "claim-filed, ClaimFiled",
        "claim-decided, ClaimDecided",
        "coupon-issued, CouponIssued",
        "coupon-expired, CouponExpired"
    })
    void readsTheExampleOfTheContract(String type, String what) {
        var told = requireNonNull(reader.read(LedgerDriver.example(type, "an-id")));

        var input = requireNonNull((Input) told.what());
        assertThat(input.getClass().getSimpleName()).isEqualTo(what);
        assertThat(input.userId()).isEqualTo("shopper-1");
        assertThat(input.cause().type()).isEqualTo(type + ".v1");
        assertThat(input.cause().id()).isEqualTo("an-id");
    }
}
