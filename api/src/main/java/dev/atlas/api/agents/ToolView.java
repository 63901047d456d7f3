package dev.atlas.api.agents;

import dev.atlas.api.http.View;
import dev.atlas.application.Caller;
import dev.atlas.application.tools.Tool;
import dev.atlas.domain.Json;

/** Something a model may ask Atlas to do. */
@View
public record ToolView(
        String name,
        String category,
        String description,
        Json.Obj parametersSchema,
        String permission,
        boolean needsApproval,
        boolean allowed) {

    static ToolView of(Caller caller, Tool tool) {
        return new ToolView(
                tool.name(),
                tool.category(),
                tool.description(),
                tool.arguments().schema(),
                tool.permission().id(),
                tool.destructive(),
                tool.allowedTo(caller));
    }
}
