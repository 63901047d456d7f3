package dev.atlas.api.completions;

import dev.atlas.application.providers.ToolOffer;
import dev.atlas.domain.Json;
import java.util.List;

/**
 * What a model may call, after {@code tool_choice}.
 *
 * @param required true if it must call one of them
 */
record ToolsChosen(List<ToolOffer> offered, boolean required) {

    private static final String NAME = "tool_choice";

    /** Throws {@link dev.atlas.api.http.BadRequest} naming what cannot be chosen. */
    static ToolsChosen of(Fields request, List<ToolOffer> tools) {
        return switch (request.find(NAME).orElse(new Json.Str("auto"))) {
            case Json.Str(String word) -> ofWord(request, word, tools);
            case Json.Obj named -> ofTool(new Fields(NAME, named), tools);
            default -> throw request.wrong(NAME, "must be a word or a tool");
        };
    }

    private static ToolsChosen ofWord(Fields request, String word, List<ToolOffer> tools) {
        return switch (word) {
            case "auto" -> new ToolsChosen(tools, false);
            case "none" -> new ToolsChosen(List.of(), false);
            case "required" -> new ToolsChosen(tools, !tools.isEmpty());
            default -> throw request.wrong(NAME, "must be auto, none, required or a tool");
        };
    }

    /** Nothing but that tool is offered then. */
    private static ToolsChosen ofTool(Fields choice, List<ToolOffer> tools) {
        Fields function = choice.object("function").orElseThrow(() -> choice.wrong("function", "is required"));
        String name = function.text("name").orElseThrow(() -> function.wrong("name", "is required"));
        List<ToolOffer> named =
                tools.stream().filter(tool -> tool.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw function.wrong("name", "must be one of the tools");
        }
        return new ToolsChosen(named, true);
    }
}
