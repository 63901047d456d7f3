package dev.atlas.cli.imports;

import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Finding;
import dev.atlas.domain.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The report of an import, for people and for machines. */
final class ImportReportText {

    private static final String ROW = "%-20s %8s %8s %10s %8s %12s%n";

    private static final int NAMED = 10;

    private ImportReportText() {}

    static void print(ImportReport report, PrintWriter out) {
        out.printf(
                "%s%s from the source %s%n",
                report.dryRun() ? "Would import" : "Imported",
                report.project() == null ? "" : " into " + report.project(),
                report.source());
        out.printf(ROW, "", "read", "created", "unchanged", "updated", "quarantined");
        report.tables().forEach(table -> print(table.entities(), table.counts(), out));
        print("all", report.total(), out);
        report.quarantined()
                .forEach(row -> out.printf("quarantined: %s %s: %s%n", row.table(), row.key(), row.reason()));
        report.findings().forEach(finding -> out.printf("note: %s %s%n", finding.message(), named(finding.subjects())));
    }

    /** The first of them, and how many more; the JSON form has all. */
    private static String named(List<String> subjects) {
        String first = subjects.stream().limit(NAMED).collect(Collectors.joining(", "));
        return subjects.size() <= NAMED ? first : "%s, ... and %,d more".formatted(first, subjects.size() - NAMED);
    }

    private static void print(String name, Counts counts, PrintWriter out) {
        out.printf(
                ROW, name, counts.read(), counts.created(), counts.unchanged(), counts.updated(), counts.quarantined());
    }

    static Json.Obj json(ImportReport report) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        if (report.project() != null) {
            members.put("project", new Json.Str(report.project()));
        }
        members.put("source", new Json.Str(report.source()));
        members.put("dry_run", new Json.Bool(report.dryRun()));
        SequencedMap<String, Json> tables = new LinkedHashMap<>();
        report.tables().forEach(table -> tables.put(table.entities(), json(table.counts())));
        members.put("tables", new Json.Obj(tables));
        members.put("total", json(report.total()));
        members.put(
                "quarantined",
                new Json.Arr(List.copyOf(report.quarantined().stream()
                        .<Json>map(row -> object("table", row.table(), "key", row.key(), "reason", row.reason()))
                        .toList())));
        members.put(
                "findings",
                new Json.Arr(List.copyOf(report.findings().stream()
                        .<Json>map(ImportReportText::json)
                        .toList())));
        return new Json.Obj(members);
    }

    private static Json.Obj json(Finding finding) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("code", new Json.Str(finding.code()));
        members.put("message", new Json.Str(finding.message()));
        members.put("subjects", Json.strings(finding.subjects()));
        return new Json.Obj(members);
    }

    private static Json.Obj json(Counts counts) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("read", Json.Num.of(counts.read()));
        members.put("created", Json.Num.of(counts.created()));
        members.put("unchanged", Json.Num.of(counts.unchanged()));
        members.put("updated", Json.Num.of(counts.updated()));
        members.put("quarantined", Json.Num.of(counts.quarantined()));
        return new Json.Obj(members);
    }

    private static Json.Obj object(String... namesAndTexts) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            members.put(namesAndTexts[i], new Json.Str(namesAndTexts[i + 1]));
        }
        return new Json.Obj(members);
    }
}
