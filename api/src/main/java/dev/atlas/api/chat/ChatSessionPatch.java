package dev.atlas.api.chat;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.chat.ChatChange;
import dev.atlas.domain.Json;
import org.jspecify.annotations.Nullable;

/** A merge patch of a chat. */
public record ChatSessionPatch(
        @Nullable @Limits(max = 200) String title,
        @Nullable @Limits(max = 32) String provider,
        @Nullable @Limits(max = 128) String model,
        Json.@Nullable Obj variables,
        Patch patch)
        implements Input {

    ChatChange change() {
        return new ChatChange(
                patch.of("title", title),
                patch.of("provider", provider),
                patch.of("model", model),
                patch.of("variables", variables));
    }
}
