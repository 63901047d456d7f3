package dev.atlas.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Contents as the Gemini API writes them. Source: Gemini API reference, "Generating content" (GenerateContentResponse). */
public final class GeminiForm implements Form {

    @Override
    public String answer(Said said, String model) {
        List<String> parts = new ArrayList<>();
        if (!said.pieces().isEmpty()) {
            parts.add("{\"text\":" + Form.quoted(said.text()) + "}");
        }
        Said.Tool tool = said.tool();
        if (tool != null) {
            parts.add(call(tool));
        }
        return response(said, model, String.join(",", parts), true);
    }

    @Override
    public List<String> stream(Said said, String model) {
        List<String> parts = new ArrayList<>();
        said.pieces().forEach(piece -> parts.add("{\"text\":" + Form.quoted(piece) + "}"));
        Said.Tool tool = said.tool();
        if (tool != null) {
            parts.add(call(tool));
        }
        List<String> events = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            events.add("data: " + response(said, model, parts.get(i), i == parts.size() - 1) + "\r\n\r\n");
        }
        return events;
    }

    private static String call(Said.Tool tool) {
        return "{\"functionCall\":{\"name\":%s,\"args\":%s}}".formatted(Form.quoted(tool.name()), tool.arguments());
    }

    private static String response(Said said, String model, String parts, boolean last) {
        String finish = last ? ",\"finishReason\":\"" + finish(said) + "\"" : "";
        return """
                {"candidates":[{"content":{"parts":[%s],"role":"model"}%s,"index":0}],"usageMetadata":{\
                "promptTokenCount":%d,"candidatesTokenCount":%d,"thoughtsTokenCount":%d,"totalTokenCount":%d},\
                "modelVersion":%s,"responseId":"resp-1"}""".formatted(
                        parts,
                        finish,
                        said.prompt(),
                        said.completion(),
                        said.reasoning(),
                        said.prompt() + said.completion() + said.reasoning(),
                        Form.quoted(model));
    }

    private static String finish(Said said) {
        return switch (said.finish()) {
            case "length" -> "MAX_TOKENS";
            case "content_filter" -> "SAFETY";
            default -> "STOP";
        };
    }

    @Override
    public String error(int status, String code, String message) {
        return """
                {"error":{"code":%d,"message":%s,"status":%s,"details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo",\
                "reason":%s,"domain":"googleapis.com"}]}}""".formatted(status, Form.quoted(message), Form.quoted(code), Form.quoted(code));
    }

    @Override
    public String errorEvent(int status, String code, String message) {
        return "data: " + error(status, code, message) + "\r\n\r\n";
    }

    @Override
    public String models(List<String> names) {
        return names.stream()
                .map(name -> """
                        {"name":%s,"displayName":%s,"inputTokenLimit":1048576,"outputTokenLimit":8192,\
                        "supportedGenerationMethods":["generateContent","countTokens"]}""".formatted(Form.quoted("models/" + name), Form.quoted("The " + name)))
                .collect(Collectors.joining(",", "{\"models\":[", "]}"));
    }
}
