package dev.atlas.api.tracking;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.BadRequest;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.tracking.EpochLog;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.Experiment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/experiments/{id}/epochs")
final class EpochController {

    private final EpochLog log;

    EpochController(Atlas atlas) {
        this.log = atlas.tracking().epochs();
    }

    @Put("/{epoch}")
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<EpochView> log(Caller caller, String id, String epoch, @Body EpochInput entry) {
        Id<Experiment> experiment = Parameters.pathId("experiment", id);
        Committed<EpochLog.Logged> logged = log.log(caller, experiment, entry.entry(number(epoch)));
        Epoch stored = logged.value().epoch();
        EpochView view = EpochView.of(stored);
        return logged.value().created()
                ? Answers.created(
                        view,
                        stored.version(),
                        logged.position(),
                        "/api/v1/experiments/" + experiment + "/epochs/" + stored.epoch())
                : Answers.changed(view, stored.version(), logged.position());
    }

    @Post
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<LoggedView> logAll(Caller caller, String id, @Body EpochsInput epochs) {
        Committed<List<EpochLog.Logged>> logged =
                log.logAll(caller, Parameters.pathId("experiment", id), epochs.entries());
        return HttpResponse.ok(LoggedView.of(logged.value()))
                .header(Answers.POSITION, logged.position().text());
    }

    @Get("/{epoch}")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<EpochView>> get(Caller caller, HttpRequest<?> request, String id, String epoch) {
        return log.get(caller, Parameters.pathId("experiment", id), number(epoch))
                .thenApply(found -> Answers.entity(request, EpochView.of(found), found.version()));
    }

    /** Ascending; the cursor is the number of the last epoch seen. */
    @Get
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<EpochView>> list(
            Caller caller, String id, @Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
        Long wanted = Parameters.whole("limit", limit);
        long size = wanted == null ? Page.DEFAULT_LIMIT : wanted;
        if (size < 1 || size > Page.MAX_LIMIT) {
            throw new BadRequest("limit", "must be between 1 and " + Page.MAX_LIMIT);
        }
        int shown = (int) size;
        return log.list(caller, Parameters.pathId("experiment", id), Parameters.whole("cursor", cursor), shown + 1)
                .thenApply(found -> page(found, shown));
    }

    private static Listed<EpochView> page(List<Epoch> found, int shown) {
        List<Epoch> page = found.subList(0, Math.min(shown, found.size()));
        return new Listed<>(
                page.stream().map(EpochView::of).toList(),
                found.size() > shown ? Long.toString(page.getLast().epoch()) : null);
    }

    /** The number of an epoch in a path: a malformed one names nothing, so it is not found. */
    private static long number(String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal.NotFound("epoch.not_found", "There is no such epoch.");
        }
    }
}
