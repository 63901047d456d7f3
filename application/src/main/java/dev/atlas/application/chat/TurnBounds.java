package dev.atlas.application.chat;

import dev.atlas.domain.storage.CannotOpen;
import java.time.Duration;
import java.util.Map;

/**
 * How far a turn may go.
 *
 * @param rounds how often the model is asked where it asks for tools, 1 to 50
 * @param tool how long a tool may take, 1 to 600 seconds
 * @param call how long the model may take each time where it may ask for tools, 1 to 3600 seconds, if its provider has no less
 * @param silence how long nothing may be heard of a turn until it is taken for lost with its node, 1 to 3600 seconds; the same on
 *     all nodes
 */
public record TurnBounds(int rounds, Duration tool, Duration call, Duration silence) {

    /** Source: usage reference, section 5.2; a silence is several times what a renewal may take. */
    public static final TurnBounds USUAL =
            new TurnBounds(10, Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(60));

    /**
     * As the environment says: {@code ATLAS_CHAT_ROUNDS}, {@code ATLAS_CHAT_TOOL_SECONDS}, {@code ATLAS_CHAT_CALL_SECONDS}, {@code
     * ATLAS_CHAT_LOST_SECONDS}.
     */
    public static TurnBounds in(Map<String, String> environment) {
        return new TurnBounds(
                read(environment, "ATLAS_CHAT_ROUNDS", USUAL.rounds(), 50),
                Duration.ofSeconds(read(
                        environment,
                        "ATLAS_CHAT_TOOL_SECONDS",
                        (int) USUAL.tool().toSeconds(),
                        600)),
                Duration.ofSeconds(read(
                        environment,
                        "ATLAS_CHAT_CALL_SECONDS",
                        (int) USUAL.call().toSeconds(),
                        3600)),
                Duration.ofSeconds(read(
                        environment,
                        "ATLAS_CHAT_LOST_SECONDS",
                        (int) USUAL.silence().toSeconds(),
                        3600)));
    }

    private static int read(Map<String, String> environment, String name, int usual, int most) {
        String text = environment.get(name);
        if (text == null || text.isBlank()) {
            return usual;
        }
        if (!text.strip().matches("[0-9]{1,4}")
                || Integer.parseInt(text.strip()) < 1
                || Integer.parseInt(text.strip()) > most) {
            throw new CannotOpen(name + " must be a number from 1 to " + most + ".");
        }
        return Integer.parseInt(text.strip());
    }
}
