package dev.atlas.application.imports;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes how an import stands while it runs, and how it ended. What cannot be noted is logged: the import goes on, and is
 * taken for interrupted if nothing more is heard of it. For one thread.
 */
final class RunningImport implements ImportListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunningImport.class);

    /** Often enough for whoever watches, and seldom beside the rows that are written. */
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);

    private final Foundation foundation;
    private final Id<Import> id;
    private Instant noted;
    private long rows;

    RunningImport(Foundation foundation, Id<Import> id) {
        this.foundation = foundation;
        this.id = id;
        this.noted = foundation.now();
    }

    /** Lets {@code work} import, and notes how it ended. */
    void run(Function<ImportListener, ImportReport> work) {
        try {
            ImportReport report = work.apply(this);
            note(run -> run.succeeded(report.total().read(), ImportReportJson.of(report), foundation.now()));
        } catch (Refusal e) {
            failed(e.code(), String.valueOf(e.getMessage()));
        } catch (CannotRead e) {
            LOG.info("The file of import {} cannot be read", id, e);
            failed("import.file_damaged", "The file is damaged. What was imported before the damaged part stays.");
        } catch (InvalidValue e) {
            failed("value.invalid", e.field() + " " + e.getMessage());
        } catch (StorageException e) {
            LOG.warn("Import {} was ended by the storage", id, e);
            failed("storage.unavailable", "The storage did not answer. What was imported stays: send the file again.");
        } catch (RuntimeException e) {
            LOG.error("Import {} failed", id, e);
            failed(
                    "import.failed",
                    "Something went wrong in Atlas; its log has the details under the id of this import.");
        }
    }

    @Override
    public void settled(String table, int more) {
        rows += more;
        Instant now = foundation.now();
        if (!now.isBefore(noted.plus(BETWEEN_NOTES))) {
            noted = now;
            note(run -> run.advanced(table, rows, now));
        }
    }

    private void failed(String code, String detail) {
        note(run -> run.failed(code, detail, foundation.now()));
    }

    /** Reads before it writes, as a note whose answer was lost may have been kept. */
    private void note(UnaryOperator<Import> change) {
        try {
            foundation.storage().write(to -> {
                to.imports().find(id).ifPresent(run -> to.imports().replace(change.apply(run)));
                return true;
            });
        } catch (StorageException e) {
            LOG.warn("It could not be noted how import {} stands", id, e);
        }
    }
}
