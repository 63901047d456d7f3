package dev.atlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearseCommandTest {

    /** The launcher records a start of it; were a request refused, starts would silently be slow. */
    @Test
    void the_usual_requests_are_answered() {
        assertThat(new CommandLineRun(Terminal.standard(), Map.of()).run("rehearse"))
                .isEqualTo(ExitCode.TRUE);
    }
}
