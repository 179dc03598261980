package com.rebatesuite.deploy.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Supervisor supervisor = supervise();

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void startsWhatIsNeededFirstAndStopsItLast() throws Exception {
        supervisor = supervise(
                TinyProgram.lasting("door", Layer.DOOR, directory, "service"),
                TinyProgram.lasting("service", Layer.SERVICE, directory, "store"),
                TinyProgram.lasting("store", Layer.BACKEND, directory));

        supervisor.start();
        supervisor.awaitReady();
        assertThat(supervisor.stop()).isTrue();

        assertThat(journal()).containsExactly("+store", "+service", "+door", "-door", "-service", "-store");
    }

    @Test
    void startsAgainWhatWasKilled() {
        supervisor = supervise(TinyProgram.lasting("store", Layer.BACKEND, directory));
        supervisor.start();
        supervisor.awaitReady();
        var part = supervisor.parts().getFirst();
        var first = part.pid().orElseThrow();

        assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();

        await().until(() -> part.restarts() == 1 && part.state() == Part.State.READY);
        assertThat(part.pid()).isPresent().get().isNotEqualTo(first);
        assertThat(said.toString(UTF_8)).contains("store ended with signal 9; starting it again (1 of 6)");
    }

    @Test
    void leavesTheOthersAloneWhenOneDies() {
        supervisor = supervise(
                TinyProgram.lasting("store", Layer.BACKEND, directory),
                TinyProgram.lasting("service", Layer.SERVICE, directory, "store"));
        supervisor.start();
        supervisor.awaitReady();
        var service = supervisor.parts().get(1);
        var before = service.pid();

        assertThat(ProcessHandle.of(supervisor.parts().getFirst().pid().orElseThrow())
                        .orElseThrow()
                        .destroyForcibly())
                .isTrue();
        await().until(() -> supervisor.parts().getFirst().restarts() == 1);

        assertThat(service.pid()).isEqualTo(before);
        assertThat(service.restarts()).isZero();
    }

    @Test
    void givesUpWhatCannotStartAndSaysWhy() {
        var part = new Part(
                new TinyProgram("store", Layer.BACKEND, Set.of(), directory, "echo no disk left; exit 3"),
                new RestartPolicy(1, Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO),
                Clock.systemUTC(),
                reporter());

        part.supervise(List.of());

        assertThatThrownBy(() -> part.firstReady().join()).hasMessageContaining("no disk left");
        assertThat(part.state()).isEqualTo(Part.State.GIVEN_UP);
        assertThat(said.toString(UTF_8))
                .contains("given up, see " + part.program().log());
    }

    @Test
    void neverStartsWhatItStopped() throws Exception {
        supervisor = supervise(TinyProgram.lasting("store", Layer.BACKEND, directory));
        supervisor.start();
        supervisor.awaitReady();

        supervisor.stop();

        assertThat(supervisor.parts().getFirst().pid()).isEmpty();
        assertThat(supervisor.parts().getFirst().state()).isEqualTo(Part.State.STOPPED);
        assertThat(journal()).containsExactly("+store", "-store");
    }

    @Test
    void refusesANeedThatNobodyMeets() {
        assertThatThrownBy(() -> supervise(TinyProgram.lasting("service", Layer.SERVICE, directory, "store")))
                .hasMessage("service needs [store] (expected: some of [service])");
    }

    private Supervisor supervise(TinyProgram... programs) {
        return new Supervisor(List.of(programs), Clock.systemUTC(), reporter());
    }

    private Reporter reporter() {
        return new Reporter(new PrintStream(said, true, UTF_8));
    }

    private List<String> journal() throws IOException {
        return Files.readAllLines(directory.resolve("journal"));
    }
}
