package dev.atlas.application.usage;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Audit;
import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.usage.ModelPrice;
import dev.atlas.domain.usage.ModelPrices;
import dev.atlas.domain.usage.PriceEntry;
import dev.atlas.domain.usage.PriceTable;
import dev.atlas.domain.usage.TokenPrice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Setting what models cost, and finding it. What was charged before stays as it was. */
public final class PriceAdministration {

    private final Foundation foundation;
    private final Audit audit;

    PriceAdministration(Foundation foundation, Audit audit) {
        this.foundation = foundation;
        this.audit = audit;
    }

    /** Those that were set, newest first (by the time they count from). */
    public CompletableFuture<Slice<ModelPrice>> list(Caller caller, Page page) {
        caller.require(Permission.USAGE_VIEW);
        return foundation.storage().readAsync(from -> from.modelPrices().list(page));
    }

    /** One that was set. Throws {@link Refusal.NotFound} {@code model_price.not_found}. */
    public CompletableFuture<ModelPrice> get(Caller caller, Id<ModelPrice> id) {
        caller.require(Permission.USAGE_VIEW);
        return foundation.storage().readAsync(from -> find(from, id));
    }

    /** What a model costs, as {@link PriceTable#find} says; now, if {@code at} is null. */
    public CompletableFuture<Optional<PriceTable.Found>> lookUp(
            Caller caller, String provider, String model, @Nullable Instant at) {
        caller.require(Permission.USAGE_VIEW);
        Instant then = at == null ? foundation.now() : at;
        return foundation.storage().readAsync(from -> PriceTable.of(
                        from.modelPrices().named(PriceTable.namesOf(model)))
                .find(provider, model, then));
    }

    /** Sets a price. Throws {@link Refusal.WrongState} {@code model_price.taken}. */
    public Committed<ModelPrice> add(Caller caller, PriceEntry entry) {
        caller.require(Permission.USAGE_MANAGE);
        Instant now = foundation.now();
        ModelPrice price = new ModelPrice(foundation.ids().next(), entry, now, now, 0);
        return write(to -> {
            ModelPrice stored = to.modelPrices().add(price);
            audit.record(to, caller, "price.created", resource(stored), differences(null, stored));
            return stored;
        });
    }

    /**
     * Changes a price that was set.
     *
     * @throws Refusal.NotFound {@code model_price.not_found}
     * @throws Refusal.Stale if it is not of the version {@code ifVersion}
     * @throws Refusal.WrongState {@code model_price.taken}
     */
    public Committed<ModelPrice> change(
            Caller caller, Id<ModelPrice> id, PriceChange change, @Nullable Long ifVersion) {
        caller.require(Permission.USAGE_MANAGE);
        Instant now = foundation.now();
        return write(to -> {
            ModelPrice before = find(to, id);
            Refusal.Stale.unless(ifVersion, before.version());
            ModelPrice after = before.with(change.of(before.entry()), now);
            if (after.equals(before)) {
                return before;
            }
            ModelPrice stored = to.modelPrices().replace(after);
            audit.record(to, caller, "price.changed", resource(stored), differences(before, stored));
            return stored;
        });
    }

    /** Removes a price that was set. Throws as {@link #change} does. */
    public Committed<ModelPrice> remove(Caller caller, Id<ModelPrice> id, @Nullable Long ifVersion) {
        caller.require(Permission.USAGE_MANAGE);
        return write(to -> {
            ModelPrice price = find(to, id);
            Refusal.Stale.unless(ifVersion, price.version());
            to.modelPrices().remove(id);
            audit.record(to, caller, "price.removed", resource(price), differences(price, null));
            return price;
        });
    }

    private <R> Committed<R> write(Function<? super Repositories, R> work) {
        try {
            return foundation.storage().write(work);
        } catch (Conflict e) {
            throw e.rule().equals(ModelPrices.ONE_PER_TIME)
                    ? new Refusal.WrongState(
                            "model_price.taken",
                            "The model has a price at this provider from this time on; change that.")
                    : e;
        }
    }

    private static ModelPrice find(Repositories from, Id<ModelPrice> id) {
        return from.modelPrices()
                .find(id)
                .orElseThrow(() -> new Refusal.NotFound("model_price.not_found", "There is no such model price."));
    }

    private static Resource resource(ModelPrice price) {
        return new Resource("model_price", price.id().toString());
    }

    private static Changes differences(@Nullable ModelPrice before, @Nullable ModelPrice after) {
        return Changes.between(values(before), values(after));
    }

    /** By the names they have on the wire; none of no price. */
    private static SequencedMap<String, Json> values(@Nullable ModelPrice price) {
        SequencedMap<String, Json> values = new LinkedHashMap<>();
        if (price != null) {
            PriceEntry entry = price.entry();
            values.put("provider", new Json.Str(entry.provider()));
            values.put("model", new Json.Str(entry.model()));
            TokenPrice amounts = entry.price();
            if (amounts != null) {
                values.put("input_per_million", new Json.Str(amounts.input().toPlainString()));
                values.put("output_per_million", new Json.Str(amounts.output().toPlainString()));
            }
            values.put("effective_from", new Json.Str(Instants.text(entry.effectiveFrom())));
        }
        return values;
    }
}
