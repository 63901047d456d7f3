package dev.atlas.application.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts for people that a source kept longer than Atlas does: their beginning is kept, and what was cut is reported.
 *
 * @param column of the source
 * @param most code points
 */
record Shortened(String column, int most) {

    /** What is kept of it. */
    @Nullable
    String of(Cells cells) {
        String text = cells.text(column);
        return text == null ? null : of(text);
    }

    String of(String text) {
        String stripped = text.strip();
        return fits(stripped)
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, most)).strip();
    }

    private boolean fits(String text) {
        return text.codePointCount(0, text.length()) <= most;
    }

    static void report(Findings findings, String table, String key, Cells cells, List<Shortened> texts) {
        for (Shortened each : texts) {
            String text = cells.text(each.column);
            if (text != null && !each.fits(text.strip())) {
                findings.add(Findings.Code.TEXT_CUT, "%s %s: %s".formatted(table, key, each.column));
            }
        }
    }
}
