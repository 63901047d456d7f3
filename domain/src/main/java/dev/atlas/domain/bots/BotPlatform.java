package dev.atlas.domain.bots;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Words;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a bot of Atlas can be talked to. */
public enum BotPlatform {
    TELEGRAM,
    SLACK,
    TEAMS;

    /** The one that this word means. Throws {@link InvalidValue} naming {@code field} if it means none. */
    public static BotPlatform of(String field, String word) {
        return Arrays.stream(values())
                .filter(platform -> Words.of(platform).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        field,
                        "must be one of "
                                + Arrays.stream(values()).map(Words::of).collect(Collectors.joining(", "))));
    }
}
