package dev.atlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final String ESCAPE = "\u001b";

    private static String printed(boolean interactive, Map<String, String> environment) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        Terminal terminal = new Terminal(new BufferedReader(Reader.nullReader()), writer, writer, interactive);
        new Table(List.of("KIND"), List.of(List.of("users"))).print(new Session(terminal, environment));
        return out.toString();
    }

    @Test
    void heads_are_bold_for_people_who_have_nothing_against_it() {
        assertThat(printed(true, Map.of("TERM", "xterm"))).contains(ESCAPE);
        assertThat(printed(true, Map.of("NO_COLOR", "1"))).doesNotContain(ESCAPE);
        assertThat(printed(true, Map.of("TERM", "dumb"))).doesNotContain(ESCAPE);
        assertThat(printed(false, Map.of())).doesNotContain(ESCAPE);
    }
}
