package dev.atlas.platforms.markup;

import java.util.ArrayList;
import java.util.List;

/**
 * What Teams reads as Markdown in a text block of a card: strong, emphasised, links and lists, nothing else. Source: Microsoft, format
 * cards in Teams; Adaptive Cards, text features.
 */
final class CardText extends LightMarkup {

    private static final Tag STRONG = new Tag("**", "**");
    private static final Tag EMPHASIS = new Tag("*", "*");
    private static final char FIXED_SPACE = '\u00A0';

    /** With spaces that are not swallowed where there are several. */
    String text(List<Span> spans) {
        return spaced(written(spans));
    }

    String code(List<Span> spans) {
        StringBuilder code = new StringBuilder();
        escape(Plain.text(spans), Style.PLAIN, code);
        return spaced(code.toString());
    }

    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char before = i == 0 ? '\n' : text.charAt(i - 1);
            if (text.charAt(i) == '\t' || (text.charAt(i) == ' ' && (before == ' ' || before == '\n'))) {
                spaced.setCharAt(i, FIXED_SPACE);
            }
        }
        return spaced.toString();
    }

    @Override
    List<Tag> tags(Style style, String text) {
        List<Tag> tags = new ArrayList<>();
        if (style.strong()) {
            tags.add(STRONG);
        }
        if (style.emphasised()) {
            tags.add(EMPHASIS);
        }
        String link = style.link();
        if (link != null) {
            tags.add(new Tag("[", "](" + link.replace("(", "%28").replace(")", "%29") + ")"));
        }
        return tags;
    }

    /** Also breaks what would be read as a date to be worked out. */
    @Override
    void escape(String text, Style style, StringBuilder to) {
        boolean lineBegins = endsALine(to);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
            if (isMark(c, before, after) || (lineBegins && isLineMark(c))) {
                to.append('\\');
            }
            to.append(c);
            if (c == '{' && after == '{') {
                to.append(NO_WIDTH);
            }
            lineBegins = c == '\n' || (lineBegins && Character.isWhitespace(c));
        }
    }

    private static boolean endsALine(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) != '\n' && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end == 0 || text.charAt(end - 1) == '\n';
    }

    private static boolean isMark(char c, char before, char after) {
        return switch (c) {
            case '\\', '*', '[', ']', '`' -> true;
            case '_' -> !Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after);
            default -> false;
        };
    }

    private static boolean isLineMark(char c) {
        return c == '#' || c == '>' || c == '-' || c == '+';
    }
}
