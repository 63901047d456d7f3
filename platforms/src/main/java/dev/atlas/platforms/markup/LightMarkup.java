package dev.atlas.platforms.markup;

import java.util.List;

/**
 * Writes text with marks beside the words, as Slack and Teams read it. There a mark counts only where a word begins or ends and within a
 * line: white space is never marked, and between a mark and a letter there is a space of no width.
 */
abstract class LightMarkup {

    static final char NO_WIDTH = '\u200B';

    /** The marks of the text, from the outermost to the innermost. */
    abstract List<Tag> tags(Style style, String text);

    abstract void escape(String text, Style style, StringBuilder to);

    final String written(List<Span> spans) {
        StringBuilder written = new StringBuilder();
        Marks marks = new Marks(written);
        for (Span span : spans) {
            String text = span.text();
            int from = 0;
            while (from < text.length()) {
                int begin = blanksEnd(text, from);
                blanks(text.substring(from, begin), marks, written);
                int end = lineEnd(text, begin);
                if (begin < end) {
                    String line = text.substring(begin, end);
                    marks.change(tags(span.style(), line), line.charAt(0));
                    escape(line, span.style(), written);
                    marks.wrote(line.charAt(line.length() - 1));
                }
                from = end;
            }
        }
        marks.change(List.of(), ' ');
        return written.toString();
    }

    private static int blanksEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the line ends, without the blanks at its end. */
    private static int lineEnd(String text, int from) {
        int feed = text.indexOf('\n', from);
        int end = feed < 0 ? text.length() : feed;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static void blanks(String blanks, Marks marks, StringBuilder written) {
        if (!blanks.isEmpty()) {
            marks.change(List.of(), ' ');
            written.append(blanks);
            marks.wrote(' ');
        }
    }

    /** The marks that are open at the end of what is written. */
    private static final class Marks {

        private final StringBuilder written;
        private List<Tag> open = List.of();
        private char last = ' ';

        Marks(StringBuilder written) {
            this.written = written;
        }

        void change(List<Tag> tags, char next) {
            int shared = Tag.shared(open, tags);
            boolean closes = shared < open.size();
            boolean opens = shared < tags.size();
            Tag.close(open.subList(shared, open.size()), written);
            boolean touches = closes ? opens || Character.isLetterOrDigit(next) : Character.isLetterOrDigit(last);
            if (touches && (closes || opens)) {
                written.append(NO_WIDTH);
            }
            Tag.open(tags.subList(shared, tags.size()), written);
            open = tags;
        }

        void wrote(char end) {
            last = end;
        }
    }
}
