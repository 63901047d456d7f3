package dev.atlas.domain.identity;

import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do, under a name. Every user has one.
 *
 * @param name 1 to 32 of a-z, 0-9, dot, dash and underscore; upper case is lowered; never changes
 * @param label for people, at most 64 code points; blank is the name
 * @param description at most 255 code points; blank is absent
 * @param permissions in the order of the catalogue
 */
public record Role(
        String name,
        String label,
        @Nullable String description,
        Set<Permission> permissions,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,31}");

    public Role {
        name = name("name", name);
        label = label.isBlank() ? name : Text.required("label", label, 64);
        description = Text.optional("description", description, 255);
        permissions = inOrder(permissions);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }

    /** The form in which a role is named. Throws {@link InvalidValue} naming {@code field} for what can be no role's name. */
    public static String name(String field, String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValue(field, "must have 1 to 32 characters of a-z, 0-9, dot, dash and underscore");
        }
        return name;
    }

    /** True if an active user of this role is an administrator, of whom one always remains. */
    public boolean administers() {
        return permissions.contains(Permission.USER_MANAGE) && permissions.contains(Permission.ROLE_MANAGE);
    }

    private static Set<Permission> inOrder(Set<Permission> permissions) {
        EnumSet<Permission> ordered = EnumSet.noneOf(Permission.class);
        ordered.addAll(permissions);
        return Collections.unmodifiableSet(ordered);
    }
}
