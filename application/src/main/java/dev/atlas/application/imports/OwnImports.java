package dev.atlas.application.imports;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.imports.ImportState;
import dev.atlas.domain.storage.Repositories;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The imports a caller has asked for, on whatever node; those of others do not exist for them. */
public record OwnImports(Foundation foundation) {

    /**
     * An import as it stands now.
     *
     * @param state that of {@link Import#stateAt}
     * @param report there exactly if it succeeded
     */
    public record Standing(
            Import asked, ImportState state, @Nullable ImportReport report) {}

    /** Throws {@link Refusal.NotFound} {@code import.not_found}. */
    public CompletableFuture<Standing> get(Caller caller, Id<Import> id) {
        caller.require(Permission.IMPORT_RUN);
        return foundation.storage().readAsync(from -> standing(own(from, caller, id)));
    }

    /** Newest first; the last {@value EegUpload#REMEMBERED} at most. */
    public CompletableFuture<Slice<Standing>> list(Caller caller, Page page) {
        caller.require(Permission.IMPORT_RUN);
        return foundation.storage().readAsync(from -> {
            Slice<Import> found = from.imports().ofUser(caller.user(), page);
            return found.map(this::standing);
        });
    }

    /** How it stands at this moment. */
    public Standing standing(Import asked) {
        Json report = asked.report();
        return new Standing(
                asked,
                asked.stateAt(foundation.now()),
                report == null ? null : ImportReportJson.read((Json.Obj) report));
    }

    private static Import own(Repositories from, Caller caller, Id<Import> id) {
        return from.imports()
                .find(id)
                .filter(found -> found.userId().equals(caller.user()))
                .orElseThrow(() -> new Refusal.NotFound("import.not_found", "There is no such import."));
    }
}
