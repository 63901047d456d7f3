package dev.atlas.domain.identity;

/**
 * A value that only a node with the key can read.
 *
 * @param keyId names the key that encrypted it; see {@link EncryptionKeys}
 * @param text what the cipher made of it, in base64
 */
public record Ciphertext(String keyId, String text) {

    /** Leaves the text out. */
    @Override
    public String toString() {
        return "Ciphertext[under " + keyId + "]";
    }
}
