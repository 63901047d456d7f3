package dev.atlas.application.identity;

import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;

/** The rules for values that are kept encrypted: not trimmed, not blank, at most 10,000 code points. */
final class SecretText {

    private static final int LONGEST = 10_000;

    private SecretText() {}

    static String of(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidValue(field, "must not be blank");
        }
        return Text.storable(field, value, LONGEST);
    }

    static Refusal cannotDecrypt() {
        return new Refusal.WrongState(
                "secret.cannot_decrypt",
                "This value was encrypted with a key that this node does not have; set it anew.");
    }
}
