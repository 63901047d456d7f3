package dev.atlas.platforms.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Cuts text into parts that are not too long when they are written: between paragraphs if there is a place for it in the last two thirds
 * of a part, else between lines, else between words, else between characters.
 *
 * @param limit on what {@code size} says of a part
 * @param size of spans as they are written; at least that of their text in UTF-16
 */
record Splitter(int limit, ToIntFunction<List<Span>> size) {

    /** The parts, none of which is invisible, without the white space between them. */
    List<List<Span>> parts(List<Span> spans) {
        StyledText whole = new StyledText(spans);
        int length = whole.text().length();
        List<List<Span>> parts = new ArrayList<>();
        int from = begin(whole, 0);
        while (from < length) {
            int fitting = fitting(whole, from);
            int cut = fitting == length ? length : cut(whole, from, fitting);
            List<Span> part = whole.between(from, end(whole.text(), from, cut));
            if (!Characters.areInvisible(Plain.text(part))) {
                parts.add(part);
            }
            from = begin(whole, cut);
        }
        return parts;
    }

    /** Lines that are empty are left out, and blanks unless they indent code. */
    private static int begin(StyledText whole, int from) {
        String text = whole.text();
        int begin = from;
        int line = from;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
            if (text.charAt(begin - 1) == '\n') {
                line = begin;
            }
        }
        boolean code = begin < text.length() && whole.styleAt(begin).face() == Style.Face.BLOCK;
        return code && whole.styleAt(Math.min(line, begin)).face() == Style.Face.BLOCK ? line : begin;
    }

    private static int end(String text, int from, int cut) {
        int end = cut;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** How far a part can go that begins there. */
    private int fitting(StyledText whole, int from) {
        int most = Math.min(whole.text().length(), from + limit);
        if (fits(whole, from, most)) {
            return most;
        }
        int fits = from;
        int tooFar = most;
        while (tooFar - fits > 1) {
            int middle = (fits + tooFar) >>> 1;
            if (fits(whole, from, middle)) {
                fits = middle;
            } else {
                tooFar = middle;
            }
        }
        return Math.max(fits, from + 1);
    }

    private boolean fits(StyledText whole, int from, int to) {
        return size.applyAsInt(whole.between(from, to)) <= limit;
    }

    private static int cut(StyledText whole, int from, int fitting) {
        String text = whole.text();
        int early = from + (fitting - from) / 3;
        int paragraph = -1;
        int line = -1;
        int word = -1;
        for (int i = fitting; i > early && paragraph < 0; i--) {
            char before = text.charAt(i - 1);
            char after = text.charAt(i);
            if (after == '\n' && (i + 1 == text.length() || text.charAt(i + 1) == '\n')) {
                paragraph = whole.styleAt(i).face() == Style.Face.BLOCK ? paragraph : i;
            }
            if (line < 0 && (after == '\n' || before == '\n')) {
                line = i;
            }
            if (word < 0 && (Character.isWhitespace(after) || Character.isWhitespace(before))) {
                word = i;
            }
        }
        int found = paragraph >= 0 ? paragraph : line >= 0 ? line : word;
        return found >= 0 ? found : Characters.boundary(text, from, fitting);
    }
}
