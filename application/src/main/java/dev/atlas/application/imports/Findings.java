package dev.atlas.application.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what deserves attention while rows are read. For one thread. */
final class Findings {

    enum Code {
        ZONE_ASSUMED("Times without a zone were read as UTC; name the zone in which they were written."),
        TABLE_MISSING("These tables are not in the file."),
        TABLE_UNKNOWN("These tables are not known and were not imported."),
        STATUS_MISSING("These runs had no status and are stopped now."),
        RUNNING_WITH_END("These runs were running and had ended; they are stopped now."),
        RUNNING_WITHOUT_END("These runs are still running as far as the file says."),
        CONFIG_NOT_JSON("The configuration of these runs is no JSON object; its text is kept as config_text."),
        BEST_DEMOTED("These checkpoints were best beside a better one of the same run and are not best now."),
        PATH_SHARED("These paths are named by checkpoints of several runs."),
        SIZE_AND_CHECKSUM_MISSING("These checkpoints have neither a size nor a checksum."),
        TIME_MISSING("These rows had no time and bear that of the import."),
        DELETED_SINCE("What these rows became was deleted in Atlas and stays deleted.");

        private final String message;

        Code(String message) {
            this.message = message;
        }
    }

    private final Map<Code, List<String>> found = new EnumMap<>(Code.class);

    /** Says so, without naming anything in particular. */
    void add(Code code) {
        found.putIfAbsent(code, new ArrayList<>());
    }

    void add(Code code, String subject) {
        found.computeIfAbsent(code, c -> new ArrayList<>()).add(subject);
    }

    List<ImportReport.Finding> report() {
        List<ImportReport.Finding> findings = new ArrayList<>();
        found.forEach((code, subjects) -> findings.add(
                new ImportReport.Finding(code.name().toLowerCase(Locale.ROOT), code.message, List.copyOf(subjects))));
        return findings;
    }
}
