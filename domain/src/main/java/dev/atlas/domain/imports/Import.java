package dev.atlas.domain.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import dev.atlas.domain.identity.User;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import that somebody asked for, and how it stands. The node that runs it says every few seconds that it still does;
 * one that has not been heard of for {@link #SILENCE} has ended with its node, and may be repeated.
 *
 * @param userId who asked
 * @param project the name of the project it goes into, at most 100 code points
 * @param source as what rows are recognised again, at most 100 code points
 * @param state as it was noted last; never interrupted, see {@link #stateAt}
 * @param table the table of the source that was read last; absent before the first rows
 * @param rowsRead of all tables
 * @param report what it did, an object; there exactly if it succeeded
 * @param code why it failed, dotted; there exactly if it failed
 * @param detail the same for people
 * @param heardAt when it was noted last
 */
public record Import(
        Id<Import> id,
        Id<User> userId,
        String project,
        String source,
        boolean dryRun,
        ImportState state,
        @Nullable String table,
        long rowsRead,
        @Nullable Json report,
        @Nullable String code,
        @Nullable String detail,
        Instant createdAt,
        Instant heardAt,
        @Nullable Instant endedAt,
        long version) {

    /** Longer than any unit of work may take. */
    public static final Duration SILENCE = Duration.ofMinutes(1);

    public Import {
        project = Text.required("project", project, 100);
        source = Text.required("source", source, 100);
        createdAt = Instants.micros("created_at", createdAt);
        heardAt = Instants.micros("heard_at", heardAt);
        endedAt = endedAt == null ? null : Instants.micros("ended_at", endedAt);
    }

    /** One that begins now. */
    public static Import begun(
            Id<Import> id, Id<User> user, String project, String source, boolean dryRun, Instant now) {
        return new Import(
                id, user, project, source, dryRun, ImportState.RUNNING, null, 0, null, null, null, now, now, null, 0);
    }

    /** How it stands at this moment. */
    public ImportState stateAt(Instant now) {
        boolean silent = state == ImportState.RUNNING && heardAt.plus(SILENCE).isBefore(now);
        return silent ? ImportState.INTERRUPTED : state;
    }

    /** The same, still running. */
    public Import advanced(String reading, long rows, Instant now) {
        return noted(ImportState.RUNNING, reading, rows, null, null, null, now);
    }

    /** The same, ended well. */
    public Import succeeded(long rows, Json.Obj done, Instant now) {
        return noted(ImportState.SUCCEEDED, table, rows, done, null, null, now);
    }

    /** The same, ended before all was imported. */
    public Import failed(String why, String sentence, Instant now) {
        return noted(ImportState.FAILED, table, rowsRead, null, why, sentence, now);
    }

    private Import noted(
            ImportState next,
            @Nullable String reading,
            long rows,
            @Nullable Json done,
            @Nullable String why,
            @Nullable String sentence,
            Instant now) {
        return new Import(
                id,
                userId,
                project,
                source,
                dryRun,
                next,
                reading,
                rows,
                done,
                why,
                sentence,
                createdAt,
                now,
                next == ImportState.RUNNING ? null : now,
                version);
    }
}
