package dev.atlas.application.imports;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.IncomingIdentity;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.imports.SourceFile;
import dev.atlas.domain.imports.SourceRow;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes over the data of the predecessor from its SQLite file, which is not changed. A row is known by (source, table, key):
 * importing again adds what is new, follows what the source has changed, leaves what people have changed, and duplicates nothing.
 * Rows that cannot be taken are reported with a reason, and every table is named in the report.
 *
 * <p>It asks for no permission: whoever runs it holds the store. Source: the reference on the predecessor's file.
 */
public final class LegacyImport {

    private static final String REVISION = "alembic_version";

    private final Foundation foundation;
    private final IncomingIdentity incoming;

    LegacyImport(Foundation foundation, IncomingIdentity incoming) {
        this.foundation = foundation;
        this.incoming = incoming;
    }

    /**
     * Looks at a request before there is a store.
     *
     * @throws CannotRead if the file is not that of the predecessor
     * @throws InvalidValue naming {@code --secret-key} if it can be no key
     */
    public static void requirePredecessor(LegacyImportRequest request) {
        key(request);
        open(request.file()).close();
    }

    private static @Nullable FernetKey key(LegacyImportRequest request) {
        return request.secretKey() == null ? null : FernetKey.of("--secret-key", request.secretKey());
    }

    /** Atlas has users as well, and the migrations of its own tables beside them. */
    private static SourceFile open(Path path) {
        SourceFile file = new InstalledFiles("sqlite").open(path);
        Set<String> tables = file.tables();
        if (!tables.containsAll(Set.of("users", "user_api_keys")) || tables.contains("flyway_schema_history")) {
            file.close();
            throw new CannotRead("The file " + path + " is not that of the predecessor of Atlas.", null);
        }
        return file;
    }

    /** The same as {@link #run(LegacyImportRequest, ImportListener)}, with nobody to be told how far it is. */
    public ImportReport run(LegacyImportRequest request) {
        return run(request, ImportListener.SILENT);
    }

    /**
     * Imports one file.
     *
     * @throws CannotRead if the file is not that of the predecessor
     * @throws InvalidValue naming {@code --secret-key} if it can be no key
     * @throws Refusal.NotFound {@code user.not_found}, if there is no such owner
     */
    public ImportReport run(LegacyImportRequest request, ImportListener listener) {
        FernetKey key = key(request);
        try (SourceFile file = open(request.file())) {
            return new Run(file, request, key, listener).report();
        }
    }

    /** One import. */
    private final class Run {

        private final SourceFile file;
        private final LegacyImportRequest request;
        private final @Nullable FernetKey key;
        private final Instant now = foundation.now();
        private final Findings findings = new Findings();
        private final List<ImportReport.Table> done = new ArrayList<>();
        private final List<Quarantined> quarantined = new ArrayList<>();
        private final Set<String> settings = new HashSet<>();
        private final ImportPass pass;

        Run(SourceFile file, LegacyImportRequest request, @Nullable FernetKey key, ImportListener listener) {
            this.file = file;
            this.request = request;
            this.key = key;
            LegacyMemory memory = new LegacyMemory(foundation, request.source());
            this.pass = new ImportPass(foundation, memory, ZoneOffset.UTC, request.dryRun(), listener, now);
        }

        ImportReport report() {
            requireOwner();
            LegacyLinks people = new LegacyLinks();
            revision();
            identity(people);
            LegacyLinks links = people.ownedBy(owner(people));
            chats(links);
            usage(links);
            bots(links);
            rest();
            return new ImportReport(
                    null, null, request.source(), request.dryRun(), done, quarantined, findings.report());
        }

        /** Before anything is written: the owner is in Atlas, or in the file. */
        private void requireOwner() {
            String name = request.owner();
            if (name == null || owner(new Username(name)).isPresent()) {
                return;
            }
            List<String> same = new ArrayList<>();
            file.forEach("users", row -> {
                String username = new Cells(row, pass.zone()).text("username");
                if (name.equalsIgnoreCase(username)) {
                    same.add(username);
                }
            });
            if (same.isEmpty()) {
                throw nobody(name);
            }
        }

        private @Nullable Id<User> owner(LegacyLinks people) {
            String name = request.owner();
            if (name == null) {
                return null;
            }
            Username username = new Username(name);
            return Optional.ofNullable(people.named().get(username))
                    .or(() -> owner(username))
                    .orElseThrow(() -> nobody(name));
        }

        private Optional<Id<User>> owner(Username name) {
            return foundation.storage().read(from -> from.users().named(name).map(User::id));
        }

        private Refusal nobody(String name) {
            return new Refusal.NotFound("user.not_found", "--owner: there is no user " + name + ".");
        }

        private void revision() {
            if (file.tables().contains(REVISION)) {
                file.forEach(
                        REVISION,
                        row -> findings.add(
                                Findings.Code.REVISION,
                                String.valueOf(new Cells(row, pass.zone()).text("version_num"))));
            } else {
                findings.add(Findings.Code.TABLE_MISSING, REVISION);
            }
        }

        private void identity(LegacyLinks links) {
            String source = request.source();
            Set<String> roles = new HashSet<>();
            foundation.storage().read(from -> from.roles().all()).stream()
                    .map(Role::name)
                    .forEach(roles::add);
            take(new LegacyRoleTable(source, now, incoming, roles, findings));
            take(new LegacyUserTable(source, now, incoming, links, roles, findings));
            take(new LegacyUserKeyTable(source, now, incoming, links, findings));
            take(new LegacySharedKeyTable(source, now, incoming, findings));
            take(new LegacySecretTable(source, now, incoming, key, settings));
        }

        private void chats(LegacyLinks links) {
            String source = request.source();
            take(new LegacyChatTable(source, now, links, findings));
            LegacyMessageTable messages = new LegacyMessageTable(source, now, links, findings);
            take(messages, rows -> InOrderOfTime.forEach(file, messages.table(), "session_id", pass.zone(), rows));
            PlaygroundTable playground = new PlaygroundTable(source, now, links, findings);
            take(playground);
            take(new PresetTable(source, now, links));
            if (file.tables().contains(playground.table())) {
                into(
                        new PlaygroundMessageTable(source, now, pass.zone(), links),
                        rows -> file.forEach(
                                playground.table(),
                                row -> PlaygroundTable.messages(row, new Cells(row, pass.zone()), rows)));
            }
        }

        private void usage(LegacyLinks links) {
            String source = request.source();
            AgentTurns turns = new AgentTurns();
            take(new ActivityTable(source, now, links, turns, findings));
            take(new PlaygroundUsageTable(source, now, links, turns, findings));
            take(new LegacyPriceTable(source, now, findings));
            take(new LegacyProviderTable(source, now, findings));
        }

        private void bots(LegacyLinks links) {
            String source = request.source();
            LegacyBots bots = new LegacyBots(links);
            Set<String> readable = foundation.storage().read(from -> incoming.readableSecrets(from));
            settings.addAll(LegacySecretTable.of(pass.memory(), readable));
            take(new LegacyBotAccountTable(source, now, incoming, bots, findings));
            take(new LegacyBotConversationTable(source, now, bots, findings));
            take(new LegacyBotMessageTable(source, now, bots, findings));
            take(new LegacyBotTable(source, now, incoming, settings, readable, findings));
            if (!request.dryRun()) {
                new FormerBotRows(foundation, source, file.tables(), bots.unfinished()).forget();
            }
        }

        /** What Atlas has no place for, and what nobody has heard of. */
        private void rest() {
            Set<String> unknown = new LinkedHashSet<>(file.tables());
            unknown.remove(REVISION);
            done.forEach(table -> unknown.remove(table.table()));
            for (KeptTable table : KeptTables.of(request.source(), findings)) {
                unknown.remove(table.table());
                take(table);
                if (file.tables().contains(table.table())) {
                    long rows = done.getLast().counts().read();
                    findings.add(Findings.Code.TABLE_KEPT, "%s (%,d)".formatted(table.table(), rows));
                }
            }
            unknown.forEach(table -> findings.add(Findings.Code.TABLE_UNKNOWN, table));
        }

        private void take(SourceTable<?> table) {
            take(table, rows -> file.forEach(table.table(), rows));
        }

        private void take(SourceTable<?> table, Consumer<Consumer<SourceRow>> reading) {
            if (file.tables().contains(table.table())) {
                into(table, reading);
            } else {
                findings.add(Findings.Code.TABLE_MISSING, table.table());
            }
        }

        private void into(SourceTable<?> table, Consumer<Consumer<SourceRow>> reading) {
            TableImport<?> rows = new TableImport<>(pass, table, findings);
            reading.accept(rows::take);
            done.add(rows.finish());
            quarantined.addAll(rows.quarantined());
        }
    }
}
