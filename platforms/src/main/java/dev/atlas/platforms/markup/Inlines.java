package dev.atlas.platforms.markup;

import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The text of a paragraph, a heading or a cell, with how it looks. Lines stay lines: whoever chats means them. */
record Inlines(Links links) {

    /** @param indentation of the lines after the first one */
    List<Span> of(Node parent, Style style, String indentation) {
        Writing writing = new Writing();
        each(parent, style, "\n" + indentation, writing);
        return writing.taken();
    }

    private void each(Node parent, Style style, String line, Writing writing) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> writing.add(text.getLiteral(), style);
                case Code code -> writing.add(code.getLiteral(), style.code());
                case HtmlInline html -> writing.add(isBreak(html) ? line : html.getLiteral(), style);
                case SoftLineBreak soft -> writing.add(line, style);
                case HardLineBreak hard -> writing.add(line, style);
                case Emphasis emphasis -> each(node, style.emphatic(), line, writing);
                case StrongEmphasis strong -> each(node, style.stronger(), line, writing);
                case Strikethrough struck -> each(node, style.crossed(), line, writing);
                case Link link -> leading(link, link.getDestination(), style, line, writing);
                case Image image -> leading(image, image.getDestination(), style, line, writing);
                default -> each(node, style, line, writing);
            }
        }
    }

    private static boolean isBreak(HtmlInline html) {
        String tag = html.getLiteral().toLowerCase(Locale.ROOT).replace(" ", "");
        return tag.equals("<br>") || tag.equals("<br/>");
    }

    /** What cannot be a link is written out, unless the address is what one reads anyhow. */
    private void leading(Node node, String address, Style style, String line, Writing writing) {
        Writing label = new Writing();
        String safe = style.link() == null ? links.safe(address) : null;
        each(node, safe == null ? style : style.leading(safe), line, label);
        List<Span> shown = label.taken();
        String read = Plain.text(shown);
        if (safe != null) {
            writing.add(shown);
            if (read.isBlank()) {
                writing.add(address, style.leading(safe));
            }
        } else {
            writing.add(shown);
            if (style.link() == null && !read.equals(address) && !address.isBlank() && links.spend(address.length())) {
                writing.add(read.isBlank() ? address : " (" + address + ")", style);
            }
        }
    }
}
