package dev.atlas.application.imports;

import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Finding;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.application.imports.ImportReport.Table;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/** How the report of an import is kept. Of long lists only the beginning is, so that it fits into every engine. */
final class ImportReportJson {

    /** Of quarantined rows, and of subjects of a finding; the counts are those of all. */
    static final int KEPT = 1_000;

    private final SequencedMap<String, Json> members;

    private ImportReportJson(SequencedMap<String, Json> members) {
        this.members = members;
    }

    static Json.Obj of(ImportReport report) {
        ImportReportJson json = new ImportReportJson(new LinkedHashMap<>())
                .put("source", new Json.Str(report.source()))
                .put("dry_run", new Json.Bool(report.dryRun()))
                .put(
                        "tables",
                        new Json.Arr(report.tables().stream()
                                .map(ImportReportJson::table)
                                .toList()))
                .put(
                        "quarantined",
                        new Json.Arr(report.quarantined().stream()
                                .limit(KEPT)
                                .map(ImportReportJson::quarantined)
                                .toList()))
                .put(
                        "findings",
                        new Json.Arr(report.findings().stream()
                                .map(ImportReportJson::finding)
                                .toList()));
        if (report.project() != null) {
            json.put("project", new Json.Str(report.project()));
        }
        if (report.projectId() != null) {
            json.put("project_id", new Json.Str(report.projectId().toString()));
        }
        return json.object();
    }

    /** The reverse, of what {@link #of} made. */
    static ImportReport read(Json.Obj stored) {
        ImportReportJson json = new ImportReportJson(stored.members());
        return new ImportReport(
                stored.members().containsKey("project") ? json.text("project") : null,
                stored.members().containsKey("project_id") ? Id.parse("project_id", json.text("project_id")) : null,
                json.text("source"),
                json.get("dry_run").equals(new Json.Bool(true)),
                json.list("tables").stream()
                        .map(each -> new Table(each.text("table"), each.text("entities"), each.counts()))
                        .toList(),
                json.list("quarantined").stream()
                        .map(each -> new Quarantined(each.text("table"), each.text("key"), each.text("reason")))
                        .toList(),
                json.list("findings").stream()
                        .map(each -> new Finding(each.text("code"), each.text("message"), each.texts("subjects")))
                        .toList());
    }

    private static Json table(Table table) {
        Counts counts = table.counts();
        return new ImportReportJson(new LinkedHashMap<>())
                .put("table", new Json.Str(table.table()))
                .put("entities", new Json.Str(table.entities()))
                .put("read", Json.Num.of(counts.read()))
                .put("created", Json.Num.of(counts.created()))
                .put("unchanged", Json.Num.of(counts.unchanged()))
                .put("updated", Json.Num.of(counts.updated()))
                .put("quarantined", Json.Num.of(counts.quarantined()))
                .object();
    }

    private static Json quarantined(Quarantined row) {
        return new ImportReportJson(new LinkedHashMap<>())
                .put("table", new Json.Str(row.table()))
                .put("key", new Json.Str(row.key()))
                .put("reason", new Json.Str(row.reason()))
                .object();
    }

    private static Json finding(Finding finding) {
        return new ImportReportJson(new LinkedHashMap<>())
                .put("code", new Json.Str(finding.code()))
                .put("message", new Json.Str(finding.message()))
                .put(
                        "subjects",
                        Json.strings(finding.subjects().stream().limit(KEPT).toList()))
                .object();
    }

    private ImportReportJson put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    private Json.Obj object() {
        return new Json.Obj(members);
    }

    private Json get(String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    private String text(String name) {
        return ((Json.Str) get(name)).value();
    }

    private List<String> texts(String name) {
        return ((Json.Arr) get(name))
                .items().stream().map(each -> ((Json.Str) each).value()).toList();
    }

    private List<ImportReportJson> list(String name) {
        return ((Json.Arr) get(name))
                .items().stream()
                        .map(each -> new ImportReportJson(((Json.Obj) each).members()))
                        .toList();
    }

    private Counts counts() {
        return new Counts(
                number("read"), number("created"), number("unchanged"), number("updated"), number("quarantined"));
    }

    private long number(String name) {
        return ((Json.Num) get(name)).value().longValueExact();
    }
}
