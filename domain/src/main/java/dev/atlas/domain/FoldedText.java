package dev.atlas.domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * The form of a text in which case does not count. Searches compare this form byte by byte, since every engine knows
 * another set of letters and a case of its own for each.
 */
public final class FoldedText {

    private FoldedText() {}

    /**
     * Composed, in upper case as a whole ({@code ß} is {@code SS}), and then each letter in lower case by itself, wherever
     * it stands: {@code Σ} has another lower case at the end of a word.
     */
    public static String of(String text) {
        String upper = Normalizer.normalize(text, Form.NFC).toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        upper.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
