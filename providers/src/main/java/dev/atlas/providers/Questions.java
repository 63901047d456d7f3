package dev.atlas.providers;

import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ModelQuestion;
import dev.atlas.application.providers.ToolOffer;
import dev.atlas.application.providers.ToolRequest;
import dev.atlas.domain.Json;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Questions in LangChain4j's words. */
final class Questions {

    private Questions() {}

    static ChatRequest of(ModelQuestion question) {
        ChatRequest.Builder request = ChatRequest.builder()
                .messages(question.messages().stream().map(Questions::message).toList());
        if (!question.tools().isEmpty()) {
            request.toolSpecifications(
                    question.tools().stream().map(Questions::tool).toList());
            if (question.toolRequired()) {
                request.toolChoice(ToolChoice.REQUIRED);
            }
        }
        return request.build();
    }

    private static ChatMessage message(ModelMessage message) {
        return switch (message) {
            case ModelMessage.Instruction(String text) -> SystemMessage.from(text);
            case ModelMessage.OfUser(String text) -> UserMessage.from(text);
            case ModelMessage.OfModel(String text, List<ToolRequest> calls) ->
                AiMessage.builder()
                        .text(text.isBlank() ? null : text)
                        .toolExecutionRequests(
                                calls.stream().map(Questions::request).toList())
                        .build();
            case ModelMessage.OfTool(String callId, String tool, String text) ->
                ToolExecutionResultMessage.from(callId, tool, text);
        };
    }

    private static ToolExecutionRequest request(ToolRequest call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.name())
                .arguments(call.arguments())
                .build();
    }

    private static ToolSpecification tool(ToolOffer offer) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("name", new Json.Str(offer.name()));
        members.put("description", new Json.Str(offer.description()));
        members.put("parameters", offer.parameters());
        return ToolSpecification.fromJson(new Json.Obj(members).text());
    }
}
