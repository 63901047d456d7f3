package dev.atlas.platforms.markup;

import java.util.List;

/** Something in a document that stands by itself. Nothing is nested: platforms know one level. */
sealed interface Piece {

    /** @param level 1 to 6 */
    record Heading(int level, List<Span> text) implements Piece {
        public Heading {
            text = List.copyOf(text);
        }
    }

    /**
     * Paragraphs and lists: lines end with a line feed, paragraphs with two. The bullets and numbers of lists are part of the text.
     */
    record Prose(List<Span> text) implements Piece {
        public Prose {
            text = List.copyOf(text);
        }
    }

    /** A block of code, without a line feed at its end. */
    record Fence(String language, String code, boolean quoted) implements Piece {}

    record Grid(Table table) implements Piece {}

    /** A line across. */
    record Rule() implements Piece {}
}
