package dev.atlas.platforms.markup;

import java.util.ArrayList;
import java.util.List;

/**
 * A table, of which platforms know none.
 *
 * @param rows the head first; all of them have as many cells
 */
record Table(List<List<List<Span>>> rows) {

    /** Heads are said with each row; where that would be far more than was written they are said once. */
    private static final int MOST_REPEATED = 4_000;

    /** A line that is longer cannot be seen as one. */
    private static final int WIDEST = 100;

    private static final Style PLAIN = Style.PLAIN;

    /** As a list: an item for each row, a line for each cell. */
    List<Span> listed() {
        List<List<Span>> head = rows.getFirst();
        List<List<List<Span>>> body = rows.subList(1, rows.size());
        int spelled = head.stream().mapToInt(cell -> Plain.text(cell).length()).sum();
        boolean labelled = !body.isEmpty() && (long) spelled * body.size() <= MOST_REPEATED;
        Writing writing = new Writing();
        if (!labelled) {
            inOneLine(head, writing);
        }
        for (List<List<Span>> row : body) {
            if (!writing.isEmpty()) {
                writing.add("\n", PLAIN);
            }
            if (labelled) {
                item(head, row, writing);
            } else {
                inOneLine(row, writing);
            }
        }
        return writing.taken();
    }

    private static void item(List<List<Span>> head, List<List<Span>> row, Writing writing) {
        for (int i = 0; i < row.size(); i++) {
            writing.add(i == 0 ? "• " : "\n  ", PLAIN);
            if (!head.get(i).isEmpty()) {
                writing.add(head.get(i));
                writing.add(": ", PLAIN);
            }
            for (Span span : row.get(i)) {
                writing.add(span.text(), i == 0 ? span.style().stronger() : span.style());
            }
        }
    }

    private static void inOneLine(List<List<Span>> row, Writing writing) {
        writing.add("• ", PLAIN);
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                writing.add(" · ", PLAIN);
            }
            writing.add(row.get(i));
        }
    }

    /** As columns, for letters of one width. */
    String drawn() {
        int[] widths = widths();
        StringBuilder drawn = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            if (row > 0) {
                drawn.append('\n');
            }
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < rows.get(row).size(); i++) {
                cells.add(padded(Plain.text(rows.get(row).get(i)).replace('\n', ' '), widths[i]));
            }
            drawn.append(String.join(" | ", cells).stripTrailing());
        }
        return drawn.toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.getFirst().size()];
        int whole = 0;
        for (int i = 0; i < widths.length; i++) {
            for (List<List<Span>> row : rows) {
                String cell = Plain.text(row.get(i));
                widths[i] = Math.max(widths[i], cell.codePointCount(0, cell.length()));
            }
            whole += widths[i] + 3;
        }
        return whole > WIDEST ? new int[widths.length] : widths;
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.codePointCount(0, cell.length())));
    }
}
