package dev.atlas.api.tracking;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
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
    @Operation(
            id = "logEpoch",
            summary = "Logs an epoch, or merges into it if it was logged before.",
            outcome = Outcome.PLACED)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<EpochView> log(Caller caller, Id<Experiment> id, int epoch, IfMatch ifMatch, @Body EpochInput entry) {
        Committed<EpochLog.Logged> logged = log.log(caller, id, entry.entry(epoch), ifMatch.version());
        Epoch stored = logged.value().epoch();
        EpochView view = EpochView.of(stored);
        return logged.value().created()
                ? Answers.created(
                        view,
                        stored.version(),
                        logged.position(),
                        "/api/v1/experiments/" + id + "/epochs/" + stored.epoch())
                : Answers.changed(view, stored.version(), logged.position());
    }

    @Post
    @Operation(
            id = "logEpochs",
            summary = "Logs up to 1,000 epochs at once: all of them or none.",
            outcome = Outcome.WRITTEN)
    @Requires(Permission.TRACKING_WRITE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<LoggedEpochsView> logAll(Caller caller, Once once, Id<Experiment> id, @Body EpochsInput epochs) {
        return once.answer(
                () -> log.logAll(caller, id, epochs.entries()), logged -> HttpResponse.ok(LoggedEpochsView.of(logged)));
    }

    @Get("/{epoch}")
    @Operation(id = "getEpoch", summary = "Shows an epoch.", outcome = Outcome.FOUND)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<HttpResponse<EpochView>> get(
            Caller caller, HttpRequest<?> request, Id<Experiment> id, int epoch) {
        return log.get(caller, id, epoch)
                .thenApply(found -> Answers.entity(request, EpochView.of(found), found.version()));
    }

    /** Ascending; the cursor is the number of the last epoch seen. */
    @Get
    @Operation(id = "listEpochs", summary = "Lists an experiment's epochs, ascending.", outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<EpochView>> list(
            Caller caller,
            Id<Experiment> id,
            @Query(value = "How many at most.", standard = "50", min = 1, max = Page.MAX_LIMIT) long limit,
            @Nullable @Query(value = "The value of next from the page before.", min = 0, max = Integer.MAX_VALUE)
                    Long cursor) {
        int shown = (int) limit;
        return log.list(caller, id, cursor, shown + 1).thenApply(found -> page(found, shown));
    }

    private static Listed<EpochView> page(List<Epoch> found, int shown) {
        List<Epoch> page = found.subList(0, Math.min(shown, found.size()));
        return new Listed<>(
                page.stream().map(EpochView::of).toList(),
                found.size() > shown ? Long.toString(page.getLast().epoch()) : null);
    }
}
