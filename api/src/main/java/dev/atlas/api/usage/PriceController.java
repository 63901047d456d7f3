package dev.atlas.api.usage;

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
import dev.atlas.application.usage.PriceAdministration;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.usage.ModelPrice;
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
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/usage/prices")
final class PriceController {

    private final PriceAdministration prices;

    PriceController(Atlas atlas) {
        this.prices = atlas.usage().prices();
    }

    @Post
    @Operation(id = "createPrice", summary = "Sets what a model costs from a time on.", outcome = Outcome.CREATED)
    @Requires(Permission.USAGE_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ModelPriceView> add(Caller caller, Once once, @Body ModelPriceInput price) {
        return once.answer(() -> prices.add(caller, price.entry()), PriceController::made);
    }

    private static MutableHttpResponse<ModelPriceView> made(ModelPrice price) {
        return Answers.created(ModelPriceView.of(price), price.version(), "/api/v1/usage/prices/" + price.id());
    }

    @Get
    @Operation(
            id = "listPrices",
            summary = "Lists the prices that were set, newest first; Atlas knows some by itself.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.USAGE_VIEW)
    CompletableFuture<Listed<ModelPriceView>> list(Caller caller, Paging paging) {
        return prices.list(caller, paging.page()).thenApply(slice -> paging.answer(slice, ModelPriceView::of));
    }

    @Get("/lookup")
    @Operation(
            id = "lookUpPrice",
            summary = "Shows what a model costs, if that is known, and by which entry.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.USAGE_VIEW)
    CompletableFuture<ModelCostView> lookUp(
            Caller caller,
            @Query("The name of the model; case does not count.") String model,
            @Query(value = "At whom.", standard = "*") String provider,
            @Nullable @Query("When; now without it.") Instant at) {
        return prices.lookUp(caller, provider, model, at).thenApply(ModelCostView::of);
    }

    @Get("/{id}")
    @Operation(id = "getPrice", summary = "Shows a price that was set.", outcome = Outcome.FOUND)
    @Requires(Permission.USAGE_VIEW)
    CompletableFuture<HttpResponse<ModelPriceView>> get(Caller caller, HttpRequest<?> request, Id<ModelPrice> id) {
        return prices.get(caller, id)
                .thenApply(price -> Answers.entity(request, ModelPriceView.of(price), price.version()));
    }

    @Patch("/{id}")
    @Operation(id = "patchPrice", summary = "Changes a price that was set.", outcome = Outcome.CHANGED)
    @Requires(Permission.USAGE_MANAGE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ModelPriceView> change(
            Caller caller, Id<ModelPrice> id, IfMatch ifMatch, @Body ModelPricePatch patch) {
        Committed<ModelPrice> written = prices.change(caller, id, patch.change(), ifMatch.version());
        ModelPrice price = written.value();
        return Answers.changed(ModelPriceView.of(price), price.version(), written.position());
    }

    @Delete("/{id}")
    @Operation(id = "deletePrice", summary = "Removes a price that was set.", outcome = Outcome.DONE)
    @Requires(Permission.USAGE_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, Id<ModelPrice> id, IfMatch ifMatch) {
        return Answers.done(prices.remove(caller, id, ifMatch.version()));
    }
}
