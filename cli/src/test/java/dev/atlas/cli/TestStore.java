package dev.atlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.contract.tracker.TrackerSample;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.storage.Storage;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A store on SQLite with an administrator and a tracker's experiments, in a folder of its own. */
public record TestStore(Path folder) {

    /** Of the administrator. */
    public static final String PASSWORD = "correct horse";

    /** Makes it with the commands that people use. */
    public void make() throws SQLException {
        Path file = TrackerSample.write(folder.resolve("tracker.db"));
        CommandRun run = CommandRun.of(settings(Map.of()), "import", "eeg", file.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.TRUE);
    }

    /** Those of the store, and {@code more}. */
    public Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("ATLAS_DATA", folder.resolve("data").toString());
        settings.put("ATLAS_ADMIN_PASSWORD", PASSWORD);
        settings.putAll(more);
        return settings;
    }

    public Path keyFile() {
        return folder.resolve("data").resolve("secret.key");
    }

    /** True if the service would let them in. */
    public boolean signsIn(String username, String password) {
        return with(atlas -> {
            try {
                atlas.identity().bootstrap().run(null);
                atlas.identity().signIn().signIn(username, password, new Caller.Origin("test", null, null));
                return true;
            } catch (Refusal e) {
                return false;
            }
        });
    }

    /** The newest audit entries: what was done, and by whom. */
    public List<String> audited() {
        return with(atlas -> atlas.foundation()
                .storage()
                .read(from -> from.auditTrail().list(AuditFilter.NONE, Page.first(Page.MAX_LIMIT)).items().stream()
                        .map(entry -> entry.action() + " by " + entry.actor().name())
                        .toList()));
    }

    private <R> R with(Function<Atlas, R> work) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Terminal terminal = new Terminal(new BufferedReader(Reader.nullReader()), nowhere, nowhere, false);
        Session session = new Session(terminal, settings(Map.of()));
        try (Storage storage = session.openExistingStorage()) {
            return work.apply(session.atlas(storage));
        }
    }
}
