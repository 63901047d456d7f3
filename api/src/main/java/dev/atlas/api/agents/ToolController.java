package dev.atlas.api.agents;

import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.tools.ToolCatalog;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.jspecify.annotations.Nullable;

/** What models may have Atlas do. */
@Controller("/api/v1/chat/tools")
final class ToolController {

    private final ToolCatalog tools;

    ToolController(Atlas atlas) {
        this.tools = atlas.agents().tools();
    }

    @Get
    @Operation(
            id = "listTools",
            summary = "Lists the tools models may ask for, and whether the caller may use them.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    Listed<ToolView> list(Caller caller, @Nullable @Query("Only those of this category.") String category) {
        return new Listed<>(
                tools.list(caller, category).stream()
                        .map(tool -> ToolView.of(caller, tool))
                        .toList(),
                null);
    }
}
