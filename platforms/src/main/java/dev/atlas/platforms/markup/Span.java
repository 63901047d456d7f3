package dev.atlas.platforms.markup;

/** Text that looks the same from its beginning to its end; never empty. */
record Span(String text, Style style) {}
