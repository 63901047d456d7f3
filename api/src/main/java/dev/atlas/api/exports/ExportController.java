package dev.atlas.api.exports;

import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.exports.ExportUseCases;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Archives: of canonical JSON Lines, one file per kind; of chats, each as JSON and as Markdown. */
@Controller("/api/v1/exports")
final class ExportController {

    private static final String ZIP = "application/zip";

    private final ExportUseCases exports;

    ExportController(Atlas atlas) {
        this.exports = atlas.exports();
    }

    /** One project; everything, for those who manage the storage, if none is named. */
    @Get
    @Operation(
            id = "export",
            summary = "Hands out a zip of JSON Lines: one project, or everything for those who manage the storage.",
            outcome = Outcome.SHOWN)
    @Produces(ZIP)
    @Requires(Permission.EXPORT_RUN)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<StreamedFile> export(
            Caller caller, @Nullable @Query("The project; everything without it.") Id<Project> project) {
        Path archive = project == null ? exports.everything(caller) : exports.project(caller, project);
        return sentOnce(archive);
    }

    @Get("/chats")
    @Operation(
            id = "exportChats",
            summary = "Hands out a zip of the caller's own chats, each as JSON and as Markdown.",
            outcome = Outcome.SHOWN)
    @Produces(ZIP)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<StreamedFile> exportChats(Caller caller) {
        return sentOnce(exports.chats(caller));
    }

    /** The file is gone when it has been sent, or when sending it has failed. */
    private static HttpResponse<StreamedFile> sentOnce(Path archive) {
        try {
            StreamedFile file = new StreamedFile(
                            Files.newInputStream(archive, StandardOpenOption.DELETE_ON_CLOSE), MediaType.of(ZIP))
                    .attach("atlas-export.zip");
            return HttpResponse.ok(file).header("Cache-Control", "no-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
