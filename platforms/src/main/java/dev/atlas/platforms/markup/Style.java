package dev.atlas.platforms.markup;

import org.jspecify.annotations.Nullable;

/**
 * How a piece of text looks. Emphasis within emphasis of its kind is one.
 *
 * @param language of a block of code, as its author calls it; empty if it has none
 * @param link where it leads; absent if nowhere
 */
record Style(
        boolean quoted,
        boolean strong,
        boolean emphasised,
        boolean struck,
        Face face,
        String language,
        @Nullable String link) {

    /** What is written with letters of one width, and what is not. */
    enum Face {
        TEXT,
        CODE,
        BLOCK
    }

    static final Style PLAIN = new Style(false, false, false, false, Face.TEXT, "", null);

    static final Style QUOTED = new Style(true, false, false, false, Face.TEXT, "", null);

    static Style block(boolean quoted, String language) {
        return new Style(quoted, false, false, false, Face.BLOCK, language, null);
    }

    Style stronger() {
        return new Style(quoted, true, emphasised, struck, face, language, link);
    }

    Style emphatic() {
        return new Style(quoted, strong, true, struck, face, language, link);
    }

    Style crossed() {
        return new Style(quoted, strong, emphasised, true, face, language, link);
    }

    Style code() {
        return new Style(quoted, strong, emphasised, struck, Face.CODE, language, link);
    }

    Style leading(String to) {
        return new Style(quoted, strong, emphasised, struck, face, language, to);
    }

    /** The same where it is only kept whether it is quoted: for what is between two texts. */
    Style between() {
        return quoted ? QUOTED : PLAIN;
    }
}
