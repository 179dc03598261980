package com.rebatesuite.rebate.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.rebatesuite.rebate.revision.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChangeTermsTest {

    private final AppliedTerms applied = new AppliedTerms();
    private final ChangeTerms changeTerms = new ChangeTerms(applied, terms -> {
        var id = "event-" + terms.revision();
        applied.apply(id, terms);
        return id;
    });

    @Test
    void startsFromTheUsualTerms() {
        var usual = applied.of("farm");

        assertThat(usual).isEqualTo(new MerchantTerms("farm", 0, 30, Clawback.OFFSET));
        assertThat(usual.confirmAfter()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void changesTermsOnTopOfWhatWasSeen() {
        var first = new MerchantTerms("farm", 1, 14, Clawback.NEGATIVE);

        assertThat(changeTerms.change("farm", 0, 14, Clawback.NEGATIVE)).isEqualTo(new Answer.Changed<>(first));
        assertThat(changeTerms.change("farm", 0, 7, Clawback.OFFSET)).isEqualTo(new Answer.Stale<>(1));
        assertThat(changeTerms.change("mill", 1, 7, Clawback.OFFSET)).isEqualTo(new Answer.Stale<>(0));
        assertThat(applied.of("farm")).isEqualTo(first);
    }

    @Test
    void refusesWhatIsNoAgreement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MerchantTerms("farm", 1, 366, Clawback.OFFSET))
                .withMessage("confirm_after_days: 366 (expected: 0..365)");
        assertThatIllegalArgumentException().isThrownBy(() -> new MerchantTerms("farm", 1, -1, Clawback.OFFSET));
        assertThatIllegalArgumentException().isThrownBy(() -> new MerchantTerms(" ", 1, 1, Clawback.OFFSET));
        assertThatIllegalArgumentException().isThrownBy(() -> new MerchantTerms("farm", -1, 1, Clawback.OFFSET));
    }
}
