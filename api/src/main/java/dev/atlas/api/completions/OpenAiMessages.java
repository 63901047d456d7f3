package dev.atlas.api.completions;

import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ToolRequest;
import java.util.List;
import java.util.stream.Collectors;

/** Messages of a conversation as OpenAI writes them. */
final class OpenAiMessages {

    private OpenAiMessages() {}

    /** Throws {@link dev.atlas.api.http.BadRequest} naming what cannot be taken. */
    static ModelMessage read(Fields message) {
        return switch (message.text("role").orElse("")) {
            case "system", "developer" -> new ModelMessage.Instruction(content(message));
            case "user" -> new ModelMessage.OfUser(content(message));
            case "assistant" -> new ModelMessage.OfModel(content(message), calls(message));
            case "tool" ->
                new ModelMessage.OfTool(
                        message.text("tool_call_id").orElseThrow(() -> message.wrong("tool_call_id", "is required")),
                        message.text("name").orElse(""),
                        content(message));
            default -> throw message.wrong("role", "must be system, developer, user, assistant or tool");
        };
    }

    /** A text, or parts of one; a model may have said nothing but what it wants called. */
    private static String content(Fields message) {
        return message.isText("content")
                ? message.text("content").orElse("")
                : message.objects("content").map(OpenAiMessages::part).collect(Collectors.joining());
    }

    private static String part(Fields part) {
        if (!part.text("type").orElse("").equals("text")) {
            throw part.wrong("type", "must be text; nothing else is taken here");
        }
        return part.text("text").orElseThrow(() -> part.wrong("text", "is required"));
    }

    private static List<ToolRequest> calls(Fields message) {
        return message.objects("tool_calls")
                .map(call -> {
                    Fields function = call.object("function").orElseThrow(() -> call.wrong("function", "is required"));
                    return new ToolRequest(
                            call.text("id").orElseThrow(() -> call.wrong("id", "is required")),
                            function.text("name").orElseThrow(() -> function.wrong("name", "is required")),
                            function.text("arguments").orElse("{}"));
                })
                .toList();
    }
}
