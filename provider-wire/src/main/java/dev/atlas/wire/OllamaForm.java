package dev.atlas.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Chats as Ollama writes them, a line for each event. Source: Ollama API documentation, "Generate a chat completion". */
public final class OllamaForm implements Form {

    @Override
    public String answer(Said said, String model) {
        return last(
                said,
                model,
                "{\"role\":\"assistant\",\"content\":%s%s}".formatted(Form.quoted(said.text()), calls(said)));
    }

    @Override
    public List<String> stream(Said said, String model) {
        List<String> events = new ArrayList<>();
        said.pieces()
                .forEach(piece -> events.add(
                        going(model, "{\"role\":\"assistant\",\"content\":%s}".formatted(Form.quoted(piece)))));
        if (said.tool() != null) {
            events.add(going(model, "{\"role\":\"assistant\",\"content\":\"\"%s}".formatted(calls(said))));
        }
        events.add(last(said, model, "{\"role\":\"assistant\",\"content\":\"\"}") + "\n");
        return events;
    }

    private static String going(String model, String message) {
        return "{\"model\":%s,\"created_at\":\"2025-08-04T08:52:19.385406455Z\",\"message\":%s,\"done\":false}\n"
                .formatted(Form.quoted(model), message);
    }

    private static String last(Said said, String model, String message) {
        return """
                {"model":%s,"created_at":"2025-08-04T08:52:19.385406455Z","message":%s,"done":true,"done_reason":"%s",\
                "total_duration":4883583458,"load_duration":1334875,"prompt_eval_count":%d,"prompt_eval_duration":342546000,\
                "eval_count":%d,"eval_duration":4535599000}""".formatted(
                        Form.quoted(model),
                        message,
                        said.finish().equals("length") ? "length" : "stop",
                        said.prompt(),
                        said.completion());
    }

    private static String calls(Said said) {
        Said.Tool tool = said.tool();
        return tool == null
                ? ""
                : ",\"tool_calls\":[{\"function\":{\"name\":%s,\"arguments\":%s}}]"
                        .formatted(Form.quoted(tool.name()), tool.arguments());
    }

    @Override
    public String error(int status, String code, String message) {
        return "{\"error\":" + Form.quoted(message) + "}";
    }

    @Override
    public String errorEvent(int status, String code, String message) {
        return error(status, code, message) + "\n";
    }

    @Override
    public String models(List<String> names) {
        return names.stream()
                .map(name -> "{\"name\":%s,\"model\":%s,\"size\":3338801804,\"details\":{\"format\":\"gguf\"}}"
                        .formatted(Form.quoted(name), Form.quoted(name)))
                .collect(Collectors.joining(",", "{\"models\":[", "]}"));
    }

    @Override
    public String streamType() {
        return "application/x-ndjson";
    }
}
