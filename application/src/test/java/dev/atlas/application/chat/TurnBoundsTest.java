package dev.atlas.application.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.tools.ToolRunner;
import dev.atlas.domain.storage.CannotOpen;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnBoundsTest {

    @Test
    void theUsualOnesAreThoseOfTheReference() {
        TurnBounds usual = new TurnBounds(10, Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(60));
        assertThat(TurnBounds.in(Map.of("ATLAS_CHAT_ROUNDS", " "))).isEqualTo(usual);
        assertThat(ToolRunner.PATIENCE).isEqualTo(usual.tool());
    }

    @Test
    void theEnvironmentSaysOtherwise() {
        Map<String, String> said = Map.of(
                "ATLAS_CHAT_ROUNDS",
                "3",
                "ATLAS_CHAT_TOOL_SECONDS",
                " 5 ",
                "ATLAS_CHAT_CALL_SECONDS",
                "600",
                "ATLAS_CHAT_LOST_SECONDS",
                "9");
        assertThat(TurnBounds.in(said))
                .isEqualTo(new TurnBounds(3, Duration.ofSeconds(5), Duration.ofSeconds(600), Duration.ofSeconds(9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "51", "-1", "1.5", "ten", "99999999999"})
    void whatCanBeNoBoundIsRefusedByItsName(String wrong) {
        assertThatThrownBy(() -> TurnBounds.in(Map.of("ATLAS_CHAT_ROUNDS", wrong)))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("ATLAS_CHAT_ROUNDS must be a number from 1 to 50");
    }
}
