package dev.atlas.domain.providers;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Text;
import java.time.Instant;

/**
 * What administrators have set for all chats.
 *
 * @param name of these settings, 1 to 32 code points; so far there are none but {@value #EVERYWHERE}
 */
public record ChatSettings(String name, ChatDefaults defaults, Instant createdAt, Instant updatedAt, long version) {

    /** The settings of all chats. */
    public static final String EVERYWHERE = "everywhere";

    public ChatSettings {
        name = Text.required("name", name, 32);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }

    /** These settings with other defaults; these very ones if they say the same. */
    public ChatSettings with(ChatDefaults other, Instant now) {
        return other.equals(defaults) ? this : new ChatSettings(name, other, createdAt, now, version);
    }
}
