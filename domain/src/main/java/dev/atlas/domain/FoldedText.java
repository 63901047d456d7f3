package dev.atlas.domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * The form of a text in which case does not count. Searches compare this form byte by byte, since every engine knows
 * another set of letters and a case of its own for each.
 */
public final class FoldedText {

    /**
     * {@code char}s that are folded together, about. The JDK takes time by the square of a text whose upper case is longer
     * ({@code ß}), or in which marks follow each other.
     */
    private static final int PIECE = 512;

    private FoldedText() {}

    /**
     * Composed, in upper case as a whole ({@code ß} is {@code SS}), and then each letter in lower case by itself, wherever
     * it stands: {@code Σ} has another lower case at the end of a word. Of more than {@value #PIECE} marks in a row, which is
     * no text, those behind are not composed with those before.
     */
    public static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int from = 0; from < text.length(); ) {
            int to = end(text, from);
            fold(text.substring(from, to), folded);
            from = to;
        }
        return folded.toString();
    }

    private static void fold(String piece, StringBuilder folded) {
        // in lower case first, because the capital of ß is its own upper case
        String upper = eachInLowerCase(Normalizer.normalize(piece, Form.NFC))
                .toString()
                .toUpperCase(Locale.ROOT);
        folded.append(eachInLowerCase(upper));
    }

    private static StringBuilder eachInLowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower;
    }

    /** Where a piece ends: between two letters. */
    private static int end(String text, int from) {
        int last = Math.min(from + 2 * PIECE, text.length());
        int to = Math.min(from + PIECE, text.length());
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to++;
        }
        while (to < last && joins(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    /** Whether it may become one with what stands before it: a mark, or the middle or the end of a Korean syllable. */
    private static boolean joins(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> codePoint >= 0x1160 && codePoint <= 0x11ff;
        };
    }
}
