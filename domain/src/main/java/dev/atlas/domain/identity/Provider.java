package dev.atlas.domain.identity;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import java.util.Locale;

/** Somebody whose service Atlas uses, such as {@code openai}: trimmed, lower-case, 1 to 32 code points without blanks inside. */
public record Provider(String value) {

    public Provider {
        value = Text.required("provider", value.strip().toLowerCase(Locale.ROOT), 32);
        if (value.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new InvalidValue("provider", "must not contain blanks or control characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
