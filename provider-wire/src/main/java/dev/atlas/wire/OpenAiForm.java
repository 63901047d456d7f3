package dev.atlas.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Chat completions as OpenAI, Azure OpenAI, OpenRouter and others write them. Source: OpenAI API reference, "The chat
 * completion object" and "The chat completion chunk object".
 */
public final class OpenAiForm implements Form {

    @Override
    public String answer(Said said, String model) {
        Said.Tool tool = said.tool();
        String calls = tool == null
                ? ""
                : ",\"tool_calls\":[{\"id\":%s,\"type\":\"function\",\"function\":{\"name\":%s,\"arguments\":%s}}]"
                        .formatted(Form.quoted(tool.id()), Form.quoted(tool.name()), Form.quoted(tool.arguments()));
        return """
                {"id":"chatcmpl-1","object":"chat.completion","created":1741569952,"model":%s,"choices":[{"index":0,\
                "message":{"role":"assistant","content":%s%s,"refusal":null},"logprobs":null,"finish_reason":"%s"}],\
                "usage":%s}""".formatted(
                        Form.quoted(model),
                        said.pieces().isEmpty() ? "null" : Form.quoted(said.text()),
                        calls,
                        said.finish(),
                        usage(said));
    }

    @Override
    public List<String> stream(Said said, String model) {
        List<String> events = new ArrayList<>();
        events.add(chunk(model, "{\"role\":\"assistant\",\"content\":\"\"}", "null"));
        said.pieces().forEach(piece -> events.add(chunk(model, "{\"content\":" + Form.quoted(piece) + "}", "null")));
        Said.Tool tool = said.tool();
        if (tool != null) {
            events.add(chunk(
                    model,
                    "{\"tool_calls\":[{\"index\":0,\"id\":%s,\"type\":\"function\",\"function\":{\"name\":%s,\"arguments\":\"\"}}]}"
                            .formatted(Form.quoted(tool.id()), Form.quoted(tool.name())),
                    "null"));
            int middle = tool.arguments().length() / 2;
            for (String part : List.of(
                    tool.arguments().substring(0, middle), tool.arguments().substring(middle))) {
                events.add(chunk(
                        model,
                        "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":%s}}]}".formatted(Form.quoted(part)),
                        "null"));
            }
        }
        events.add(chunk(model, "{}", "\"" + said.finish() + "\""));
        events.add("""
                data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1694268190,"model":%s,"choices":[],"usage":%s}

                """.formatted(Form.quoted(model), usage(said)));
        events.add("data: [DONE]\n\n");
        return events;
    }

    private static String chunk(String model, String delta, String finish) {
        return """
                data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1694268190,"model":%s,\
                "choices":[{"index":0,"delta":%s,"logprobs":null,"finish_reason":%s}],"usage":null}

                """.formatted(Form.quoted(model), delta, finish);
    }

    private static String usage(Said said) {
        return """
                {"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d,"prompt_tokens_details":{"cached_tokens":0},\
                "completion_tokens_details":{"reasoning_tokens":%d}}""".formatted(said.prompt(), said.completion(), said.prompt() + said.completion(), said.reasoning());
    }

    @Override
    public String error(int status, String code, String message) {
        return """
                {"error":{"message":%s,"type":"invalid_request_error","param":null,"code":%s}}""".formatted(Form.quoted(message), Form.quoted(code));
    }

    /** As OpenRouter writes it: with the status for a code. */
    @Override
    public String errorEvent(int status, String code, String message) {
        return """
                data: {"id":"chatcmpl-1","object":"chat.completion.chunk","error":{"code":%d,"message":%s},\
                "choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}

                """.formatted(status, Form.quoted(message));
    }

    @Override
    public String models(List<String> names) {
        return names.stream()
                .map(name -> "{\"id\":%s,\"object\":\"model\",\"created\":1686935002,\"owned_by\":\"openai\"}"
                        .formatted(Form.quoted(name)))
                .collect(Collectors.joining(",", "{\"object\":\"list\",\"data\":[", "]}"));
    }
}
