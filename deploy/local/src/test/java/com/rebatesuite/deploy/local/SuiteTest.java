package com.rebatesuite.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SuiteTest {

    private final Layout layout = new Layout(
            Path.of(System.getProperty("contracts.home")).resolveSibling("").toAbsolutePath(), Path.of("run"));

    private final Suite suite = new Suite(layout, new Jvm(true), new Addresses(100));

    @Test
    void givesEveryPortToOneProgramOnly() {
        assertThat(suite.programs().stream()
                        .flatMap(program -> program.ports().stream())
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void movesAllPortsTogether() {
        var usual = new Suite(layout, new Jvm(true), new Addresses(0)).programs();

        assertThat(suite.programs())
                .flatExtracting(Program::ports)
                .containsExactlyElementsOf(usual.stream()
                        .flatMap(program -> program.ports().stream())
                        .map(port -> port + 100)
                        .toList());
        assertThatThrownBy(() -> new Addresses(60_000)).hasMessage("port offset: 60000 (expected: 0..46442)");
    }

    @Test
    void needsOnlyWhatIsThereAndStandsLower() {
        var programs = suite.programs();

        for (var program : programs) {
            assertThat(program.after())
                    .allSatisfy(need -> assertThat(programs).anySatisfy(other -> {
                        assertThat(other.name()).isEqualTo(need);
                        assertThat(other.layer()).isLessThan(program.layer());
                    }));
        }
    }

    @Test
    void registersWhatTheDoorLeadsTo() {
        assertThat(suite.programs())
                .filteredOn(program -> program.layer().compareTo(Layer.SERVICE) >= 0)
                .extracting(Program::name)
                .containsExactlyInAnyOrderElementsOf(Suite.REGISTERED);
    }
}
