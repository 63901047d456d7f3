package dev.atlas.platforms.markup;

import java.util.ArrayList;
import java.util.List;

/** Writes documents in the HTML that Telegram knows. Source: Bot API, HTML style. */
public final class TelegramMarkup {

    /** Telegram counts what is left after the tags are read; this counts the tags as well. */
    public static final int LONGEST = 4096;

    private static final Tag QUOTE = new Tag("<blockquote>", "</blockquote>");
    private static final Tag STRONG = new Tag("<b>", "</b>");
    private static final Tag EMPHASIS = new Tag("<i>", "</i>");
    private static final Tag STRUCK = new Tag("<s>", "</s>");
    private static final Tag CODE = new Tag("<code>", "</code>");
    private static final Tag BLOCK = new Tag("<pre>", "</pre>");
    private static final String RULE = "———";

    private TelegramMarkup() {}

    /** The messages, in order; none for a document in which nothing can be seen. */
    public static List<TelegramMessage> of(Document document) {
        return new Splitter(LONGEST, spans -> html(spans).length())
                .parts(text(document)).stream()
                        .map(part -> new TelegramMessage(html(part), Plain.withAddresses(part)))
                        .toList();
    }

    private static List<Span> text(Document document) {
        Writing all = new Writing();
        Style before = Style.PLAIN;
        for (Piece piece : document.pieces()) {
            List<Span> text = text(piece);
            if (text.isEmpty()) {
                continue;
            }
            Style now = text.getFirst().style();
            if (!all.isEmpty()) {
                all.add("\n\n", before.quoted() ? now.between() : Style.PLAIN);
            }
            all.add(text);
            before = text.getLast().style();
        }
        return all.taken();
    }

    private static List<Span> text(Piece piece) {
        return switch (piece) {
            case Piece.Heading heading ->
                heading.text().stream()
                        .map(span -> new Span(span.text(), span.style().stronger()))
                        .toList();
            case Piece.Prose prose -> prose.text();
            case Piece.Fence fence -> List.of(new Span(fence.code(), Style.block(fence.quoted(), fence.language())));
            case Piece.Grid grid -> grid.table().listed();
            case Piece.Rule rule -> List.of(new Span(RULE, Style.PLAIN));
        };
    }

    private static String html(List<Span> spans) {
        StringBuilder html = new StringBuilder();
        List<Tag> open = List.of();
        for (Span span : spans) {
            List<Tag> tags = tags(span.style());
            int shared = Tag.shared(open, tags);
            Tag.close(open.subList(shared, open.size()), html);
            Tag.open(tags.subList(shared, tags.size()), html);
            escape(span.text(), html);
            open = tags;
        }
        Tag.close(open, html);
        return html.toString();
    }

    /** From the outermost to the innermost. Code holds nothing, and is in nothing but quotes. */
    private static List<Tag> tags(Style style) {
        List<Tag> tags = new ArrayList<>();
        if (style.quoted()) {
            tags.add(QUOTE);
        }
        if (style.face() == Style.Face.BLOCK) {
            tags.add(block(style.language()));
            return tags;
        }
        String link = style.link();
        if (link != null) {
            tags.add(new Tag("<a href=\"" + link.replace("&", "&amp;") + "\">", "</a>"));
        } else if (style.face() == Style.Face.CODE) {
            tags.add(CODE);
            return tags;
        }
        if (style.strong()) {
            tags.add(STRONG);
        }
        if (style.emphasised()) {
            tags.add(EMPHASIS);
        }
        if (style.struck()) {
            tags.add(STRUCK);
        }
        return tags;
    }

    private static Tag block(String language) {
        return language.isEmpty() ? BLOCK : new Tag("<pre><code class=\"language-" + language + "\">", "</code></pre>");
    }

    private static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                default -> html.append(c);
            }
        }
    }
}
