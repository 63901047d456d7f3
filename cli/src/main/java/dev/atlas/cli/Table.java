package dev.atlas.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows for people, in aligned columns.
 *
 * @param heads of the columns
 * @param rows each of as many texts as there are heads
 */
public record Table(List<String> heads, List<List<String>> rows) {

    private static final String BETWEEN = "  ";

    public void print(Session session) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int column = i;
            int widest =
                    rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
            widths.add(Math.max(widest, width(heads.get(i))));
        }
        PrintWriter out = session.terminal().out();
        out.println(session.ansi().string("@|bold " + line(heads, widths) + "|@"));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            line.append(cell).append(" ".repeat(widths.get(i) - width(cell))).append(BETWEEN);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
