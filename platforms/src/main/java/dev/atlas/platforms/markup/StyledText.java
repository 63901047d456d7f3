package dev.atlas.platforms.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Spans that parts can be taken of by where they are in the whole text. */
final class StyledText {

    private final String text;
    private final List<Span> spans;
    private final int[] starts;

    StyledText(List<Span> spans) {
        this.text = Plain.text(spans);
        this.spans = List.copyOf(spans);
        this.starts = new int[spans.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + spans.get(i - 1).text().length();
        }
    }

    String text() {
        return text;
    }

    /** How the text looks there. */
    Style styleAt(int place) {
        return spans.get(spanAt(place)).style();
    }

    List<Span> between(int from, int to) {
        List<Span> part = new ArrayList<>();
        for (int i = from < to ? spanAt(from) : spans.size(); i < spans.size() && starts[i] < to; i++) {
            String whole = spans.get(i).text();
            int begin = Math.max(0, from - starts[i]);
            int end = Math.min(whole.length(), to - starts[i]);
            part.add(new Span(whole.substring(begin, end), spans.get(i).style()));
        }
        return part;
    }

    private int spanAt(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }
}
