package dev.atlas.api.completions;

import dev.atlas.application.chat.CompletionRequest;
import dev.atlas.application.providers.ToolOffer;
import dev.atlas.domain.Json;
import dev.atlas.domain.providers.ChatDefaults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request in the form of OpenAI. What Atlas does not know and what only tunes an answer is left aside, as servers of this form do;
 * what would make it another answer than the one asked for is refused.
 *
 * @param streams true if the answer shall come piece by piece
 * @param tellsUsage true if its tokens shall come at the end of these
 */
record OpenAiRequest(CompletionRequest request, boolean streams, boolean tellsUsage) {

    /** Those that change what comes back; each with what it may be all the same. */
    private static final Map<String, Set<String>> REFUSED = Map.of(
            "n", Set.of("1"),
            "stop", Set.of("[]", "\"\""),
            "logprobs", Set.of("false"),
            "response_format", Set.of("{\"type\":\"text\"}"),
            "functions", Set.of("[]"),
            "modalities", Set.of("[\"text\"]"),
            "audio", Set.of(),
            "prediction", Set.of(),
            "web_search_options", Set.of());

    /** Throws {@link dev.atlas.api.http.BadRequest} naming what cannot be taken. */
    static OpenAiRequest of(Json.Obj body) {
        Fields fields = new Fields("", body);
        REFUSED.forEach((name, usual) -> fields.find(name)
                .filter(value -> !usual.contains(value.text()))
                .ifPresent(value -> {
                    throw fields.wrong(name, "cannot be anything but its usual value here");
                }));
        ToolsChosen choice = ToolsChosen.of(fields, tools(fields));
        Optional<Integer> maxTokens = fields.number("max_completion_tokens").or(() -> fields.number("max_tokens"));
        CompletionRequest request = new CompletionRequest(
                fields.text("model").orElseThrow(() -> fields.wrong("model", "is required")),
                fields.objects("messages").map(OpenAiMessages::read).toList(),
                maxTokens.orElse(null),
                fields.decimal("temperature").map(ChatDefaults::rounded).orElse(null),
                choice.offered(),
                choice.required());
        boolean streams = fields.truth("stream");
        boolean usage = fields.object("stream_options")
                .map(options -> options.truth("include_usage"))
                .orElse(false);
        return new OpenAiRequest(request, streams, usage);
    }

    private static List<ToolOffer> tools(Fields fields) {
        return fields.objects("tools")
                .map(tool -> tool.object("function").orElseThrow(() -> tool.wrong("function", "is required")))
                .map(function -> new ToolOffer(
                        function.text("name").orElseThrow(() -> function.wrong("name", "is required")),
                        function.text("description").orElse(""),
                        function.object("parameters").map(Fields::object).orElse(NO_PARAMETERS)))
                .toList();
    }

    private static final Json.Obj NO_PARAMETERS =
            (Json.Obj) Json.parse("parameters", "{\"type\":\"object\",\"properties\":{}}");
}
