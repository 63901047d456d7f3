package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import dev.atlas.domain.Json;
import java.math.BigDecimal;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A tool that an agent used for an answer. */
@View
public record BotToolView(String name, @Nullable Long durationMs) {

    static BotToolView of(Json json) {
        if (json instanceof Json.Obj(SequencedMap<String, Json> members)
                && members.get("name") instanceof Json.Str(String name)) {
            return new BotToolView(
                    name,
                    members.get("duration_ms") instanceof Json.Num(BigDecimal duration)
                            ? (Long) duration.longValue()
                            : null);
        }
        return new BotToolView("", null);
    }
}
