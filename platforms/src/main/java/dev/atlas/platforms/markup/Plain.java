package dev.atlas.platforms.markup;

import java.util.List;
import java.util.Objects;

/** Text without its looks. */
final class Plain {

    private Plain() {}

    static String text(List<Span> spans) {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString();
    }

    /** The text with the addresses that its links lead to, unless they are what one reads. */
    static String withAddresses(List<Span> spans) {
        StringBuilder text = new StringBuilder();
        int label = 0;
        for (int i = 0; i < spans.size(); i++) {
            String link = spans.get(i).style().link();
            boolean begins =
                    i == 0 || !Objects.equals(link, spans.get(i - 1).style().link());
            if (begins) {
                label = text.length();
            }
            text.append(spans.get(i).text());
            boolean ends = i + 1 == spans.size()
                    || !Objects.equals(link, spans.get(i + 1).style().link());
            if (link != null && ends && !isRead(link, text.substring(label))) {
                text.append(" (").append(link).append(')');
            }
        }
        return text.toString();
    }

    private static boolean isRead(String link, String label) {
        return link.equals(label) || link.equals("mailto:" + label) || link.equals("http://" + label);
    }

    /** At most that many characters of the text, and a sign if it had more. */
    static String beginning(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Characters.boundary(text, 0, most - 1)) + "…";
    }
}
