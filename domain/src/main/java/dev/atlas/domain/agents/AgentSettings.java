package dev.atlas.domain.agents;

import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * How administrators want an agent to answer.
 *
 * @param agent its id, 1 to 32 of a-z, 0-9, dot, dash and underscore
 */
public record AgentSettings(String agent, AgentDetails details, Instant createdAt, Instant updatedAt, long version) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,31}");

    public AgentSettings {
        agent = id("agent", agent);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }

    /** Throws {@link InvalidValue} naming {@code field} for what can be no agent's id. */
    static String id(String field, String text) {
        if (!ID.matcher(text).matches()) {
            throw new InvalidValue(field, "must have 1 to 32 characters of a-z, 0-9, dot, dash and underscore");
        }
        return text;
    }

    /** These settings with other details; these very ones if they say the same. */
    public AgentSettings with(AgentDetails other, Instant now) {
        return other.equals(details) ? this : new AgentSettings(agent, other, createdAt, now, version);
    }
}
