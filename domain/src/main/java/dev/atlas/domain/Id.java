package dev.atlas.domain;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The identity of one {@code T}. New ones are UUIDv7 made by the application; imported ones may be of any version.
 *
 * <p>Its text is the lower-case form with dashes, 36 characters; no other form is read, so that one thing has one name.
 */
@SuppressWarnings("UnusedTypeParameter") // it keeps the id of a user from being used as that of a project
public record Id<T>(UUID value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Reads the 36 character form. Throws {@link InvalidValue} naming {@code field} if it is anything else. */
    public static <T> Id<T> parse(String field, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidValue(field, "must be an id such as 0192f3c4-5d6e-7a8b-9c0d-1e2f3a4b5c6d");
        }
        return new Id<>(UUID.fromString(text));
    }

    /** Orders ids by their sixteen bytes, unsigned: the order of the text form, and of every engine. */
    public static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
