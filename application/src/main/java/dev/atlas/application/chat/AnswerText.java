package dev.atlas.application.chat;

import dev.atlas.application.providers.ModelEvent;
import dev.atlas.domain.chat.ChatEntry;

/** A model's words as they can be stored: what no text may hold is replaced, and what is too long is cut. */
final class AnswerText {

    private static final int REPLACEMENT = 0xFFFD;

    private AnswerText() {}

    static String storable(CharSequence text) {
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints()
                .limit(ChatEntry.LONGEST)
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACEMENT : c)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }

    /** An event as people can read it: a text holds no U+0000. Half a character may be completed by the next. */
    static ModelEvent readable(ModelEvent event) {
        return event instanceof ModelEvent.Text(String text) && text.indexOf(0) >= 0
                ? new ModelEvent.Text(text.replace((char) 0, (char) REPLACEMENT))
                : event;
    }
}
