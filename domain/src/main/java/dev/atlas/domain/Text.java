package dev.atlas.domain;

import org.jspecify.annotations.Nullable;

/**
 * The rules every text obeys before an engine sees it: no U+0000 (PostgreSQL refuses it, SQLite cuts there), no
 * unpaired surrogate (it has no UTF-8 form), and a length counted in code points.
 */
public final class Text {

    private Text() {}

    /** Returns {@code value} unchanged. Throws {@link InvalidValue} if a rule of this class is broken. */
    public static String storable(String field, String value, int maxCodePoints) {
        if (value.indexOf('\0') >= 0) {
            throw new InvalidValue(field, "must not contain the character U+0000");
        }
        if (hasLoneSurrogate(value)) {
            throw new InvalidValue(field, "must not contain half of a surrogate pair");
        }
        if (value.length() > maxCodePoints && value.codePointCount(0, value.length()) > maxCodePoints) {
            throw new InvalidValue(field, "must have at most " + maxCodePoints + " characters");
        }
        return value;
    }

    /** The same for a value that may be absent; absent stays absent. */
    public static @Nullable String storableOrNull(String field, @Nullable String value, int maxCodePoints) {
        return value == null ? null : storable(field, value, maxCodePoints);
    }

    /** Trims, then asks for 1 to {@code maxCodePoints} code points. */
    public static String required(String field, String value, int maxCodePoints) {
        String trimmed = value.strip();
        if (trimmed.isEmpty()) {
            throw new InvalidValue(field, "must not be blank");
        }
        return storable(field, trimmed, maxCodePoints);
    }

    /** Trims; blank becomes absent. */
    public static @Nullable String optional(String field, @Nullable String value, int maxCodePoints) {
        return value == null || value.isBlank() ? null : storable(field, value.strip(), maxCodePoints);
    }

    /** True if nobody could see anything of it: nothing but spaces of any width, separators, and characters without a shape. */
    public static boolean unseen(String value) {
        return value.codePoints().allMatch(Text::unseen);
    }

    private static boolean unseen(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    private static boolean hasLoneSurrogate(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c) && (++i == value.length() || !Character.isSurrogatePair(c, value.charAt(i)))) {
                return true;
            }
        }
        return false;
    }
}
