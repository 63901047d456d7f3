package dev.atlas.application.identity;

import java.util.HexFormat;
import java.util.List;

/** Digests of what is short enough to be guessed: without the signing keys of the store nobody can tell what they are of. */
public final class KeyedDigests {

    private final SigningKeyring keys;

    KeyedDigests(SigningKeyring keys) {
        this.keys = keys;
    }

    /**
     * The digests of this text in hexadecimal digits, one with each key; new ones are kept with the first.
     *
     * @param text of ASCII, beginning with what it is for, so that no two uses have a digest in common
     */
    public List<String> of(String text) {
        return keys.all().stream()
                .map(key -> HexFormat.of().formatHex(Digests.keyed(key.secret(), text)))
                .toList();
    }
}
