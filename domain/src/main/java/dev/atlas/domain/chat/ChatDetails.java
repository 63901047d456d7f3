package dev.atlas.domain.chat;

import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import org.jspecify.annotations.Nullable;

/** What its owner writes about a session; {@link ChatSession} says what each part may be. */
public record ChatDetails(
        @Nullable String title,
        @Nullable String provider,
        @Nullable String model,
        Json.Obj variables) {

    public ChatDetails {
        title = Text.optional("title", title, ChatSession.LONGEST_TITLE);
        provider = Text.optional("provider", provider, ChatSession.LONGEST_PROVIDER);
        model = Text.optional("model", model, ChatSession.LONGEST_MODEL);
        variables = ChatSession.storable(variables);
    }

    /** Without variables. */
    public ChatDetails(@Nullable String title, @Nullable String provider, @Nullable String model) {
        this(title, provider, model, Json.Obj.EMPTY);
    }
}
