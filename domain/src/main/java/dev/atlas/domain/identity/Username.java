package dev.atlas.domain.identity;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import java.util.Locale;

/** The name somebody signs in with: trimmed, lower-case, 1 to 64 code points without blanks inside; unique. */
public record Username(String value) {

    private static final int MAX = 64;

    public Username {
        value = Text.required("username", value, MAX).toLowerCase(Locale.ROOT);
        if (value.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new InvalidValue("username", "must not contain blanks or control characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
