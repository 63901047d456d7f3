package dev.atlas.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;

/**
 * A place in a list that is ordered by a time and then by id: the last entry already seen. It names values, not a row,
 * so it means the same on every engine and stays good when that row is deleted.
 */
public record Cursor(Instant at, UUID id) {

    /** The order of the lists: later times first, then greater ids. */
    public static final Comparator<Cursor> NEWEST_FIRST = Comparator.comparing(Cursor::at)
            .thenComparing(Cursor::id, Id::compare)
            .reversed();

    /** The opaque text clients carry. */
    public String text() {
        String plain = Long.toString(Instants.toMicros(at), 36) + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads {@link #text()}. Throws {@link InvalidValue} for the field {@code cursor} for anything else. */
    public static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int dot = plain.indexOf('.');
            Instant at = Instants.micros("cursor", Instants.ofMicros(Long.parseLong(plain.substring(0, dot), 36)));
            Cursor cursor =
                    new Cursor(at, Id.parse("cursor", plain.substring(dot + 1)).value());
            if (cursor.text().equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | InvalidValue e) {
            // falls through: whatever is wrong with it, it is not one of ours
        }
        throw new InvalidValue("cursor", "must be the value of \"next\" from an earlier page");
    }
}
