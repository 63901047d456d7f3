package dev.atlas.api.imports;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.BadRequest;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.imports.EegImportRequest;
import dev.atlas.application.imports.EegUpload;
import dev.atlas.application.imports.OwnImports;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The body is the file itself, of at most 64 MB. What becomes of it is told where Location says. */
@Controller("/api/v1/imports")
final class ImportController {

    private final EegUpload upload;
    private final OwnImports own;

    ImportController(Atlas atlas) {
        this.upload = atlas.imports().eegUpload();
        this.own = atlas.imports().own();
    }

    @Post
    @Operation(
            id = "importEeg",
            summary = "Takes over the file of an EEG experiment tracker.",
            outcome = Outcome.ACCEPTED)
    @Consumes({"application/octet-stream", "application/vnd.sqlite3"})
    @Requires(Permission.IMPORT_RUN)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ImportView> begin(
            Caller caller,
            @Query(
                            value = "A project of the caller's; made if it is not there.",
                            standard = EegImportRequest.DEFAULT_PROJECT)
                    String project,
            @Nullable @Query("Where the tracker's clock stood, such as Europe/Berlin; UTC without it.") String zone,
            @Query(value = "Under which rows are recognised again.", standard = EegImportRequest.DEFAULT_SOURCE)
                    String source,
            @Query(value = "Whether only to report what would happen.", standard = "false") boolean dryRun,
            @Body InputStream file)
            throws IOException {
        try (InputStream content = new UploadedFile(file)) {
            Committed<Import> begun = upload.begin(caller, content, project, zone(zone), source, dryRun);
            String path = "/api/v1/imports/" + begun.value().id();
            return Answers.accepted(ImportView.of(own.standing(begun.value())), begun.position(), path);
        }
    }

    @Get
    @Operation(
            id = "listImports",
            summary = "Lists the imports the caller has asked for, newest first; the last 100 are kept.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.IMPORT_RUN)
    CompletableFuture<Listed<ImportView>> list(Caller caller, Paging paging) {
        return own.list(caller, paging.page()).thenApply(slice -> paging.answer(slice, ImportView::of));
    }

    @Get("/{id}")
    @Operation(
            id = "getImport",
            summary = "Shows how an import stands that the caller has asked for.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.IMPORT_RUN)
    CompletableFuture<ImportView> get(Caller caller, Id<Import> id) {
        return own.get(caller, id).thenApply(ImportView::of);
    }

    private static @Nullable ZoneId zone(@Nullable String text) {
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new BadRequest("zone", "must be a zone such as Europe/Berlin or -05:00");
        }
    }
}
