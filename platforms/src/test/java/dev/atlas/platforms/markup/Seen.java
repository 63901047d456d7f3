package dev.atlas.platforms.markup;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** What people see of a document, worked out from its nodes alone, without tables; white space does not count. */
final class Seen {

    private static final Set<String> LINKED = Set.of("http", "https", "tg", "mailto");

    private final StringBuilder seen = new StringBuilder();
    private boolean hasTables;
    private int links;

    static Seen of(String markdown) {
        Seen seen = new Seen();
        seen.each(Reading.of(Characters.readable(markdown)));
        return seen;
    }

    boolean hasTables() {
        return hasTables;
    }

    String text() {
        return bare(seen.toString());
    }

    /** Without what has no width. */
    static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != LightMarkup.NO_WIDTH)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** Without the signs that a platform's markup may use. */
    static String without(String signs, String text) {
        StringBuilder without = new StringBuilder();
        text.chars().filter(c -> signs.indexOf(c) < 0).forEach(c -> without.append((char) c));
        return without.toString();
    }

    private void each(Node parent) {
        long number = parent instanceof OrderedList list ? list.getMarkerStartNumber() : -1;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem) {
                seen.append(number < 0 ? "•" : number++ + ".");
            }
            node(node);
        }
    }

    private void node(Node node) {
        switch (node) {
            case Text text -> seen.append(text.getLiteral());
            case Code code -> seen.append(code.getLiteral());
            case FencedCodeBlock code -> seen.append(code.getLiteral());
            case IndentedCodeBlock code -> seen.append(code.getLiteral());
            case HtmlBlock html -> seen.append(html.getLiteral());
            case HtmlInline html ->
                seen.append(List.of("<br>", "<br/>").contains(html.getLiteral()) ? "" : html.getLiteral());
            case ThematicBreak rule -> seen.append("———");
            case SoftLineBreak line -> seen.append('\n');
            case HardLineBreak line -> seen.append('\n');
            case Link link -> leading(link, link.getDestination());
            case Image image -> leading(image, image.getDestination());
            case TableBlock table -> {
                hasTables = true;
                each(table);
            }
            case TableCell cell -> {
                each(cell);
                seen.append(' ');
            }
            default -> each(node);
        }
    }

    private void leading(Node node, String address) {
        int before = seen.length();
        boolean linked = address.contains(":")
                && LINKED.contains(address.substring(0, address.indexOf(':')).toLowerCase(Locale.ROOT))
                && address.length() < 200;
        links += linked ? 1 : 0;
        boolean inner = linked && links > 1;
        each(node);
        String label = seen.substring(before);
        if (linked && !inner) {
            seen.append(label.isBlank() ? address : "");
        } else if (links == 0 && !label.equals(address) && !address.isBlank()) {
            seen.append(label.isBlank() ? address : "(" + address + ")");
        }
        links -= linked ? 1 : 0;
    }
}
