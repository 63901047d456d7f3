package dev.atlas.contract.samples;

import dev.atlas.contract.samples.Link.WhenGone;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.imports.ImportState;
import dev.atlas.domain.imports.ImportedRow;
import dev.atlas.domain.imports.ImportedRows;
import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;
import java.util.List;

/** What was imported, and who asked for it. */
public final class ImportSamples {

    public static final Port<Id<ImportedRow>, ImportedRow> IMPORTED_ROWS = new Port<>(
            "imported_rows",
            Repositories::importedRows,
            ImportSamples::row,
            List.of(UniqueValue.of(ImportedRows.ONE_PER_KEY, "projectId", "source", "table", "key")));

    public static final Link<Project, Id<Project>, ImportedRow> PROJECT =
            new Link<>(ProjectSamples.PROJECTS, IMPORTED_ROWS, "projectId", WhenGone.REMOVED);

    public static final Port<Id<LegacyRow>, LegacyRow> LEGACY_ROWS =
            new Port<>("legacy_rows", Repositories::legacyRows, ImportSamples::legacyRow, List.of());

    public static final Port<Id<Import>, Import> IMPORTS =
            new Port<>("imports", Repositories::imports, ImportSamples::run, List.of());

    public static final Link<User, Id<User>, Import> USER =
            new Link<>(IdentitySamples.USERS, IMPORTS, "userId", WhenGone.REMOVED);

    public static final List<Port<?, ?>> PORTS = List.of(IMPORTED_ROWS, LEGACY_ROWS, IMPORTS);

    public static final List<Link<?, ?, ?>> LINKS = List.of(PROJECT, USER);

    private ImportSamples() {}

    private static ImportedRow row(Samples samples, Repositories repositories) {
        return new ImportedRow(
                samples.id(),
                samples.referTo(ProjectSamples.PROJECTS, repositories),
                samples.word(),
                samples.word(),
                samples.chance() ? samples.text() : samples.oneOf(Awkward.IN_ORDER_OF_BYTES) + samples.word(),
                samples.maybe(samples::uuid),
                samples.object(),
                samples.word(),
                samples.instant(),
                0);
    }

    private static LegacyRow legacyRow(Samples samples, Repositories repositories) {
        String source = samples.word();
        String table = samples.word();
        String key = samples.chance() ? samples.text() : samples.oneOf(Awkward.IN_ORDER_OF_BYTES) + samples.word();
        return new LegacyRow(
                LegacyRow.idOf(source, table, key),
                source,
                table,
                key,
                samples.maybe(samples::uuid),
                samples.object(),
                samples.word(),
                samples.instant(),
                0);
    }

    private static Import run(Samples samples, Repositories repositories) {
        return new Import(
                samples.id(),
                samples.referTo(IdentitySamples.USERS, repositories),
                samples.word(),
                samples.word(),
                samples.chance(),
                samples.oneOf(List.of(ImportState.values())),
                samples.maybe(samples::word),
                samples.count(),
                samples.maybe(samples::object),
                samples.maybe(samples::word),
                samples.maybe(samples::text),
                samples.instant(),
                samples.instant(),
                samples.maybe(samples::instant),
                0);
    }
}
