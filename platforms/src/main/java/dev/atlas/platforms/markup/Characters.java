package dev.atlas.platforms.markup;

import java.text.BreakIterator;
import java.util.Locale;

/** What is a character, and where one ends. */
final class Characters {

    private static final char NOT_ONE = '\uFFFD';

    /** A family of four with the colours of their skin has some 20. */
    private static final int LONGEST_USUAL = 64;

    private Characters() {}

    /** The text where halves of characters and control characters are replaced. */
    static String readable(String text) {
        StringBuilder readable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> readable.appendCodePoint(isReadable(point) ? point : NOT_ONE));
        return readable.toString();
    }

    private static boolean isReadable(int point) {
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !half && (point >= ' ' || point == '\n' || point == '\r' || point == '\t');
    }

    /** True if nothing of it can be seen; platforms refuse to send that. */
    static boolean areInvisible(String text) {
        return text.codePoints().noneMatch(Characters::isVisible);
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> point != '\u2800' && point != '\u3164' && point != '\u115F' && point != '\u1160';
        };
    }

    /** How many bytes the text has as a string in JSON, which is what platforms count. */
    static int bytes(String text) {
        int bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t';
            bytes += escaped || Character.isSurrogate(c) || (c >= 0x80 && c < 0x800)
                    ? 2
                    : c < ' ' ? 6 : c < 0x80 ? 1 : 3;
        }
        return bytes;
    }

    /**
     * The last place after {@code from} and not after {@code end} where what people see as one character ends; within one that is longer
     * than that, where a code point ends.
     */
    static int boundary(String text, int from, int end) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(from, Math.min(text.length(), end + LONGEST_USUAL)));
        int found = characters.isBoundary(end - from) ? end : from + characters.preceding(end - from);
        if (found > from) {
            return found;
        }
        boolean within = end < text.length()
                && Character.isLowSurrogate(text.charAt(end))
                && Character.isHighSurrogate(text.charAt(end - 1));
        int whole = within ? end - 1 : end;
        return whole > from ? whole : from + Character.charCount(text.codePointAt(from));
    }
}
