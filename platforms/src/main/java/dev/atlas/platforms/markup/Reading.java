package dev.atlas.platforms.markup;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Markdown read into nodes. What is nested deeper than anybody can see is text. */
final class Reading {

    private static final int DEEPEST = 32;

    /** The parser fills up short rows: many columns and many rows would be far more than was written. */
    private static final int MOST_CELLS = 20_000;

    private static final Extension STRUCK = StrikethroughExtension.create();
    private static final Extension LINKS = AutolinkExtension.create();
    private static final Parser USUAL =
            parser(List.of(TablesExtension.builder().maxCells(MOST_CELLS).build(), STRUCK, LINKS));
    private static final Parser WITHOUT_TABLES = parser(List.of(STRUCK, LINKS));

    private Reading() {}

    private static Parser parser(List<Extension> extensions) {
        return Parser.builder()
                .extensions(extensions)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
    }

    static Node of(String markdown) {
        try {
            return USUAL.parse(markdown);
        } catch (IllegalArgumentException tooManyCells) {
            return WITHOUT_TABLES.parse(markdown);
        }
    }
}
