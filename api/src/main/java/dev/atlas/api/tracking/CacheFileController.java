package dev.atlas.api.tracking;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.tracking.CacheFileRegister;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.tracking.CacheFile;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<CacheFileView> add(Caller caller, String id, @Body CacheFileInput file) {
        Id<Project> project = Parameters.pathId("project", id);
        Committed<CacheFile> added = register.add(caller, project, file.wanted());
        CacheFile stored = added.value();
        return Answers.created(
                CacheFileView.of(stored),
                stored.version(),
                added.position(),
                "/api/v1/projects/" + project + "/cache-files/" + stored.id());
    }

    @Get
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<CacheFileView>> list(
            Caller caller, String id, Page page, @Nullable @QueryValue String challenge) {
        return register.list(caller, Parameters.pathId("project", id), Parameters.whole("challenge", challenge), page)
                .thenApply(slice -> Answers.page(slice, CacheFileView::of));
    }

    @Get("/{fileId}")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<CacheFileView>> get(
            Caller caller, HttpRequest<?> request, String id, String fileId) {
        return register.get(caller, Parameters.pathId("project", id), Parameters.pathId("cache_file", fileId))
                .thenApply(found -> Answers.entity(request, CacheFileView.of(found), found.version()));
    }

    @Delete("/{fileId}")
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> delete(Caller caller, String id, String fileId, IfMatch ifMatch) {
        return Answers.done(register.delete(
                caller, Parameters.pathId("project", id), Parameters.pathId("cache_file", fileId), ifMatch.version()));
    }
}
