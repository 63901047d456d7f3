package dev.atlas.api.tracking;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.tracking.CacheFileRegister;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.tracking.CacheFile;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/projects/{id}/cache-files")
final class CacheFileController {

    private final CacheFileRegister register;

    CacheFileController(Atlas atlas) {
        this.register = atlas.tracking().cacheFiles();
    }

    @Post
    @Operation(id = "addCacheFile", summary = "Registers a file of prepared windows.", outcome = Outcome.CREATED)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<CacheFileView> add(Caller caller, Once once, Id<Project> id, @Body CacheFileInput file) {
        return once.answer(() -> register.add(caller, id, file.wanted()), CacheFileController::added);
    }

    private static MutableHttpResponse<CacheFileView> added(CacheFile file) {
        return Answers.created(
                CacheFileView.of(file),
                file.version(),
                "/api/v1/projects/" + file.projectId() + "/cache-files/" + file.id());
    }

    @Get
    @Operation(id = "listCacheFiles", summary = "Lists a project's cache files, newest first.", outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<CacheFileView>> list(
            Caller caller,
            Id<Project> id,
            Paging paging,
            @Nullable @Query(value = "Only those of this challenge.", min = 1, max = 2) Long challenge) {
        return register.list(caller, id, challenge, paging.page())
                .thenApply(slice -> paging.answer(slice, CacheFileView::of));
    }

    @Get("/{cacheFileId}")
    @Operation(id = "getCacheFile", summary = "Shows a cache file.", outcome = Outcome.FOUND)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<CacheFileView>> get(
            Caller caller, HttpRequest<?> request, Id<Project> id, Id<CacheFile> cacheFileId) {
        return register.get(caller, id, cacheFileId)
                .thenApply(found -> Answers.entity(request, CacheFileView.of(found), found.version()));
    }

    @Patch("/{cacheFileId}")
    @Operation(id = "patchCacheFile", summary = "Changes what is said of a cache file.", outcome = Outcome.CHANGED)
    @Requires(Permission.TRACKING_WRITE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<CacheFileView> change(
            Caller caller, Id<Project> id, Id<CacheFile> cacheFileId, IfMatch ifMatch, @Body CacheFilePatch patch) {
        Committed<CacheFile> changed = register.change(caller, id, cacheFileId, patch.change(), ifMatch.version());
        CacheFile stored = changed.value();
        return Answers.changed(CacheFileView.of(stored), stored.version(), changed.position());
    }

    @Delete("/{cacheFileId}")
    @Operation(
            id = "deleteCacheFile",
            summary = "Removes a cache file from the register; the file itself stays.",
            outcome = Outcome.DONE)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> delete(Caller caller, Id<Project> id, Id<CacheFile> cacheFileId, IfMatch ifMatch) {
        return Answers.done(register.delete(caller, id, cacheFileId, ifMatch.version()));
    }
}
