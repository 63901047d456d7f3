package dev.atlas.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.ImportReport.Finding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportReportTextTest {

    private static ImportReport about(int subjects) {
        List<String> numbers =
                IntStream.rangeClosed(1, subjects).mapToObj(Integer::toString).toList();
        Finding finding = new Finding("status_missing", "These runs had no status.", numbers);
        return new ImportReport("Lab", null, "source", false, List.of(), List.of(), List.of(finding));
    }

    private static String printed(ImportReport report) {
        StringWriter out = new StringWriter();
        ImportReportText.print(report, new PrintWriter(out, true));
        return out.toString();
    }

    @Test
    void a_note_names_the_first_of_many() {
        assertThat(printed(about(5_000)))
                .contains("note: These runs had no status. 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... and 4,990 more\n");
        assertThat(printed(about(10))).endsWith("7, 8, 9, 10\n");
    }

    @Test
    void json_names_all_of_them() {
        assertThat(ImportReportText.json(about(5_000)).text()).contains("\"1\",\"2\"", "\"5000\"]");
    }
}
