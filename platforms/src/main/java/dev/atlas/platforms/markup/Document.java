package dev.atlas.platforms.markup;

import java.util.List;

/** A text in Markdown (CommonMark with GitHub's tables, strikethrough and bare addresses), read and flattened. */
public final class Document {

    private final List<Piece> pieces;

    private Document(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** Reads any text at all: what is no Markdown is shown as it is, and what is no character as the sign for that. */
    public static Document of(String markdown) {
        String readable = Characters.readable(markdown);
        return new Document(new Flattening(readable.length()).flattened(Reading.of(readable)));
    }

    List<Piece> pieces() {
        return pieces;
    }
}
