package dev.atlas.domain.identity;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;

/** Trimmed, 1 to 64 code points without blanks or control characters; case counts. */
public record SecretName(String value) {

    public SecretName {
        value = Text.required("name", value, 64);
        if (value.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new InvalidValue("name", "must not contain blanks or control characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
