package dev.atlas.api.chat;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatDetails;
import org.jspecify.annotations.Nullable;

/** A chat to be begun. */
public record ChatSessionInput(
        @Nullable @Limits(max = 200) String title,
        @Nullable @Limits(max = 32) String provider,
        @Nullable @Limits(max = 128) String model,

        @Nullable @Limits(words = {"ops", "triage", "engineer", "reviewer"})
        String agent,

        Json.@Nullable Obj variables)
        implements Input {

    ChatDetails details() {
        return new ChatDetails(title, provider, model, variables == null ? Json.Obj.EMPTY : variables);
    }
}
