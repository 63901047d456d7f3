package dev.atlas.domain.providers;

import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A provider that administrators have set up.
 *
 * @param id 1 to 32 of a-z, 0-9, dot, dash and underscore; that of a {@link ProviderKind} that is there anyway is of that kind
 */
public record ProviderConfiguration(
        String id, ProviderDetails details, Instant createdAt, Instant updatedAt, long version) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,31}");

    public ProviderConfiguration {
        id = id("provider", id);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
        ProviderKind kind = details.kind();
        if (builtIn(id).filter(own -> own != kind).isPresent()) {
            throw new InvalidValue("kind", "must be " + id + " for the provider of that name");
        }
    }

    /** Throws {@link InvalidValue} naming {@code field} for what can be no provider's id. */
    public static String id(String field, String text) {
        if (!ID.matcher(text).matches()) {
            throw new InvalidValue(field, "must have 1 to 32 characters of a-z, 0-9, dot, dash and underscore");
        }
        return text;
    }

    /** The kind whose id this is, if that is there without being set up. */
    public static Optional<ProviderKind> builtIn(String id) {
        return Arrays.stream(ProviderKind.values())
                .filter(kind -> kind.builtIn() && kind.id().equals(id))
                .findFirst();
    }

    /** This provider with other details; this very one if they say the same. */
    public ProviderConfiguration with(ProviderDetails other, Instant now) {
        return other.equals(details) ? this : new ProviderConfiguration(id, other, createdAt, now, version);
    }
}
