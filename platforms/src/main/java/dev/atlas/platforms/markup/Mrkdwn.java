package dev.atlas.platforms.markup;

import java.util.ArrayList;
import java.util.List;

/** Slack's own markup. It has no way to write its marks as text. Source: Slack, formatting text for app surfaces. */
final class Mrkdwn extends LightMarkup {

    private static final Tag STRONG = new Tag("*", "*");
    private static final Tag EMPHASIS = new Tag("_", "_");
    private static final Tag STRUCK = new Tag("~", "~");
    private static final Tag CODE = new Tag("`", "`");

    /** Paragraphs, of which quotes begin each line with their sign. */
    String paragraphs(List<Span> spans) {
        String text = written(spans);
        return spans.getFirst().style().quoted() ? "> " + text.replace("\n", "\n> ") : text;
    }

    String fence(List<Span> spans) {
        StringBuilder fence = new StringBuilder("```\n");
        escape(Plain.text(spans).replace("``", "`" + NO_WIDTH + "`"), Style.PLAIN, fence);
        return fence.append("\n```").toString();
    }

    @Override
    List<Tag> tags(Style style, String text) {
        if (style.face() != Style.Face.TEXT && style.link() == null) {
            return text.indexOf('`') >= 0 ? List.of() : List.of(CODE);
        }
        List<Tag> tags = new ArrayList<>();
        if (style.strong()) {
            tags.add(STRONG);
        }
        if (style.emphasised()) {
            tags.add(EMPHASIS);
        }
        if (style.struck()) {
            tags.add(STRUCK);
        }
        String link = style.link();
        if (link != null) {
            tags.add(new Tag("<" + link.replace("&", "&amp;") + "|", ">"));
        }
        return tags;
    }

    @Override
    void escape(String text, Style style, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                default -> to.append(c);
            }
        }
    }
}
