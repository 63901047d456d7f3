package dev.atlas.platforms.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Goes through the nodes of a document, which are nested no deeper than {@link Reading} allows, and lays them out one below the other. */
final class Flattening {

    private static final String PARAGRAPH = "\n\n";
    private static final String LINE = "\n";
    private static final String BULLET = "• ";

    /** Lists further in are not indented any more. */
    private static final int MOST_INDENTED = 6;

    private final Inlines inlines;
    private final List<Piece> pieces = new ArrayList<>();
    private final Writing prose = new Writing();
    private final Deque<Items> lists = new ArrayDeque<>();
    private int quotes;
    private String gap = PARAGRAPH;

    /** The bullet or number of the item that begins. */
    private String mark = "";

    /** A list that is gone through, and the number of its next item; below 0 if items have bullets. */
    private static final class Items {
        private long next;

        Items(long first) {
            this.next = first;
        }

        String mark() {
            return next < 0 ? BULLET : next++ + ". ";
        }
    }

    Flattening(int length) {
        this.inlines = new Inlines(new Links(length));
    }

    List<Piece> flattened(Node document) {
        each(document);
        endProse();
        return pieces;
    }

    private void each(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node);
        }
    }

    private void block(Node node) {
        switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> paragraph(inlines.of(paragraph, style(), indentation()));
            case FencedCodeBlock code -> fence(language(code.getInfo()), code.getLiteral());
            case IndentedCodeBlock code -> fence("", code.getLiteral());
            case HtmlBlock html -> paragraph(List.of(new Span(html.getLiteral(), style())));
            case BlockQuote quote -> quote(quote);
            case BulletList list -> list(list, -1);
            case OrderedList list -> list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case ThematicBreak rule -> own(new Piece.Rule());
            case TableBlock table -> own(new Piece.Grid(new Table(rows(table))));
            case LinkReferenceDefinition definition -> {}
            default -> each(node);
        }
    }

    private Style style() {
        return quotes > 0 ? Style.QUOTED : Style.PLAIN;
    }

    private void heading(Heading heading) {
        if (lists.isEmpty() && quotes == 0) {
            List<Span> text = inlines.of(heading, Style.PLAIN, "");
            if (!text.isEmpty()) {
                own(new Piece.Heading(heading.getLevel(), text));
            }
        } else {
            paragraph(inlines.of(heading, style().stronger(), indentation()));
        }
    }

    private void paragraph(List<Span> text) {
        if (text.isEmpty()) {
            return;
        }
        beginLine();
        prose.add(text);
        gap = lists.isEmpty() ? PARAGRAPH : LINE;
    }

    private void beginLine() {
        if (!prose.isEmpty()) {
            prose.add(gap, style());
        }
        String indentation = indentation();
        int own = mark.isEmpty() ? indentation.length() : Math.max(0, indentation.length() - 2);
        prose.add(indentation.substring(0, own) + mark, style());
        mark = "";
    }

    private String indentation() {
        return "  ".repeat(Math.min(lists.size(), MOST_INDENTED));
    }

    private void fence(String language, String literal) {
        String code = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        if (!code.isBlank()) {
            own(new Piece.Fence(language, code, quotes > 0));
        }
    }

    /** Some write more than the language there. */
    private static String language(String info) {
        int end = 0;
        while (end < info.length() && isOfAName(info.charAt(end))) {
            end++;
        }
        return end > 32 ? "" : info.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isOfAName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+#.-_".indexOf(c) >= 0;
    }

    private void quote(BlockQuote quote) {
        boolean outermost = quotes == 0;
        if (outermost) {
            endProse();
        }
        quotes++;
        each(quote);
        quotes--;
        if (outermost) {
            endProse();
        }
    }

    private void list(Node list, long first) {
        if (lists.isEmpty()) {
            gap = PARAGRAPH;
        }
        lists.push(new Items(first));
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            item(item);
        }
        lists.pop();
        gap = lists.isEmpty() ? PARAGRAPH : LINE;
    }

    private void item(Node item) {
        openMark();
        mark = lists.getFirst().mark();
        if (item instanceof ListItem) {
            each(item);
        }
        openMark();
    }

    /** What has a mark and no words of its own. */
    private void openMark() {
        if (!mark.isEmpty()) {
            beginLine();
            gap = LINE;
        }
    }

    private void own(Piece piece) {
        openMark();
        endProse();
        pieces.add(piece);
    }

    private void endProse() {
        if (!prose.isEmpty()) {
            pieces.add(new Piece.Prose(prose.taken()));
        }
        gap = PARAGRAPH;
    }

    private List<List<List<Span>>> rows(TableBlock table) {
        List<List<List<Span>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        return rows;
    }

    private List<List<Span>> cells(Node row) {
        List<List<Span>> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(inlines.of(cell, Style.PLAIN, "  "));
            }
        }
        return cells;
    }
}
