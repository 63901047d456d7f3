package dev.atlas.platforms.markup;

import java.util.ArrayList;
import java.util.List;

/** Spans as they are written one after the other; what looks the same becomes one. */
final class Writing {

    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder last = new StringBuilder();
    private Style style = Style.PLAIN;

    void add(String text, Style how) {
        if (text.isEmpty()) {
            return;
        }
        if (!how.equals(style)) {
            finish();
            style = how;
        }
        last.append(text);
    }

    void add(List<Span> all) {
        all.forEach(span -> add(span.text(), span.style()));
    }

    boolean isEmpty() {
        return spans.isEmpty() && last.isEmpty();
    }

    /** All of it, and from then on nothing. */
    List<Span> taken() {
        finish();
        List<Span> all = List.copyOf(spans);
        spans.clear();
        style = Style.PLAIN;
        return all;
    }

    private void finish() {
        if (!last.isEmpty()) {
            spans.add(new Span(last.toString(), style));
            last.setLength(0);
        }
    }
}
