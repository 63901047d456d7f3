package dev.atlas.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WholeCharactersTest {

    private static List<String> read(String... pieces) {
        WholeCharacters characters = new WholeCharacters();
        List<String> read = Stream.of(pieces).map(characters::of).toList();
        return Stream.concat(read.stream(), Stream.of(characters.rest(), characters.rest()))
                .toList();
    }

    @Test
    void halvesComeTogether() {
        assertThat(read("a\uD83D", "\uDE00b")).containsExactly("a", "\uD83D\uDE00b", "", "");
        assertThat(read("\uD83D", "", "\uDE00")).containsExactly("", "", "\uD83D\uDE00", "", "");
    }

    @Test
    void whatNothingComesToIsReplaced() {
        assertThat(read("\uD83D", "c")).containsExactly("", "\uFFFDc", "", "");
        assertThat(read("\uDE00", "\uD83D\uD83D")).containsExactly("\uFFFD", "\uFFFD", "\uFFFD", "");
        assertThat(read("a\0b")).containsExactly("a\uFFFDb", "", "");
    }
}
