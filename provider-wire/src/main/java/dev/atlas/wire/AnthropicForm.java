package dev.atlas.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Messages as Anthropic writes them. Source: Anthropic API reference, "Messages", "Streaming messages" and "Errors". */
public final class AnthropicForm implements Form {

    @Override
    public String answer(Said said, String model) {
        List<String> content = new ArrayList<>();
        if (!said.pieces().isEmpty()) {
            content.add("{\"type\":\"text\",\"text\":%s}".formatted(Form.quoted(said.text())));
        }
        Said.Tool tool = said.tool();
        if (tool != null) {
            content.add("{\"type\":\"tool_use\",\"id\":%s,\"name\":%s,\"input\":%s}"
                    .formatted(Form.quoted(tool.id()), Form.quoted(tool.name()), tool.arguments()));
        }
        return """
                {"id":"msg_1","type":"message","role":"assistant","model":%s,"content":[%s],"stop_reason":"%s",\
                "stop_sequence":null,"usage":{"input_tokens":%d,"cache_creation_input_tokens":0,\
                "cache_read_input_tokens":0,"output_tokens":%d}}""".formatted(
                        Form.quoted(model), String.join(",", content), stop(said), said.prompt(), said.completion());
    }

    @Override
    public List<String> stream(Said said, String model) {
        List<String> events = new ArrayList<>();
        events.add(event("message_start", """
                {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":%s,"content":[],\
                "stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":%d,"cache_creation_input_tokens":0,\
                "cache_read_input_tokens":0,"output_tokens":1}}}""".formatted(Form.quoted(model), said.prompt())));
        events.add(event("ping", "{\"type\":\"ping\"}"));
        int block = 0;
        if (!said.pieces().isEmpty()) {
            events.add(
                    event(
                            "content_block_start",
                            "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}"));
            said.pieces()
                    .forEach(piece -> events.add(event(
                            "content_block_delta",
                            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":%s}}"
                                    .formatted(Form.quoted(piece)))));
            events.add(event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"));
            block++;
        }
        Said.Tool tool = said.tool();
        if (tool != null) {
            events.add(event(
                    "content_block_start", """
                    {"type":"content_block_start","index":%d,"content_block":{"type":"tool_use","id":%s,"name":%s,"input":{}}}""".formatted(block, Form.quoted(tool.id()), Form.quoted(tool.name()))));
            int middle = tool.arguments().length() / 2;
            for (String part : List.of(
                    "", tool.arguments().substring(0, middle), tool.arguments().substring(middle))) {
                events.add(event("content_block_delta", """
                        {"type":"content_block_delta","index":%d,"delta":{"type":"input_json_delta","partial_json":%s}}""".formatted(block, Form.quoted(part))));
            }
            events.add(event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":%d}".formatted(block)));
        }
        events.add(event("message_delta", """
                {"type":"message_delta","delta":{"stop_reason":"%s","stop_sequence":null},"usage":{"output_tokens":%d}}""".formatted(stop(said), said.completion())));
        events.add(event("message_stop", "{\"type\":\"message_stop\"}"));
        return events;
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private static String stop(Said said) {
        return switch (said.finish()) {
            case "length" -> "max_tokens";
            case "tool_calls" -> "tool_use";
            case "content_filter" -> "refusal";
            default -> "end_turn";
        };
    }

    @Override
    public String error(int status, String code, String message) {
        return "{\"type\":\"error\",\"error\":{\"type\":%s,\"message\":%s},\"request_id\":\"req_1\"}"
                .formatted(Form.quoted(code), Form.quoted(message));
    }

    @Override
    public String errorEvent(int status, String code, String message) {
        return event("error", error(status, code, message));
    }

    @Override
    public String models(List<String> names) {
        return names.stream()
                .map(name -> """
                        {"type":"model","id":%s,"display_name":%s,"created_at":"2025-02-19T00:00:00Z"}""".formatted(Form.quoted(name), Form.quoted("The " + name)))
                .collect(Collectors.joining(
                        ",", "{\"data\":[", "],\"has_more\":false,\"first_id\":null,\"last_id\":null}"));
    }
}
