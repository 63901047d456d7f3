package dev.atlas.application.chat;

import dev.atlas.domain.chat.ChatEntry;

/** A model's words as they can be stored: what no text may hold is replaced, and what is too long is cut. */
final class AnswerText {

    private static final int REPLACEMENT = 0xFFFD;

    private AnswerText() {}

    static String storable(CharSequence text) {
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints().limit(ChatEntry.LONGEST).map(AnswerText::readable).forEach(storable::appendCodePoint);
        return storable.toString();
    }

    /** A text as people can read it, however long it is. */
    static String readable(String text) {
        if (text.codePoints().allMatch(c -> readable(c) == c)) {
            return text;
        }
        StringBuilder readable = new StringBuilder(text.length());
        text.codePoints().map(AnswerText::readable).forEach(readable::appendCodePoint);
        return readable.toString();
    }

    private static int readable(int c) {
        return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACEMENT : c;
    }
}
