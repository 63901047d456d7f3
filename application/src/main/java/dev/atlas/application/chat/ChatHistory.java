package dev.atlas.application.chat;

import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ToolRequest;
import dev.atlas.application.tools.ToolResult;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatRole;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.domain.storage.Repositories;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a model is told of a chat: the latest of it, beginning with words of its owner. */
final class ChatHistory {

    private static final int MOST_MESSAGES = 100;

    /** About what the smallest of today's models can read, at four characters a token. */
    private static final int MOST_CHARACTERS = 400_000;

    private ChatHistory() {}

    /** @param before what was said from this place on is left out */
    static List<ModelMessage> of(Repositories from, Id<ChatSession> session, long before, String systemPrompt) {
        List<ModelMessage> latestFirst = new ArrayList<>();
        int characters = 0;
        for (ChatMessage message : from.chatMessages().before(session, before, MOST_MESSAGES)) {
            String content = message.entry().content();
            characters += content.length();
            if (characters > MOST_CHARACTERS && !latestFirst.isEmpty()) {
                break;
            }
            if (!content.isBlank()) {
                add(latestFirst, message.entry().role(), content);
            }
        }
        while (latestFirst.size() > 1 && !(latestFirst.getLast() instanceof ModelMessage.OfUser)) {
            latestFirst.removeLast();
        }
        if (!systemPrompt.isBlank()) {
            latestFirst.add(new ModelMessage.Instruction(systemPrompt));
        }
        Collections.reverse(latestFirst);
        return latestFirst;
    }

    /** What the owner said last before this message. Throws {@link dev.atlas.application.Refusal.NotFound} if it is gone. */
    static ChatMessage lastWordsBefore(Repositories from, ChatMessage message) {
        return from.chatMessages().before(message.sessionId(), message.sequence(), MOST_MESSAGES).stream()
                .filter(each -> each.entry().role() == ChatRole.USER)
                .findFirst()
                .orElseThrow(ChatAccess::notFound);
    }

    /** What was asked of tools on the way to this message, and what came of it, as its model is told. */
    static List<ModelMessage> called(ChatMessage message) {
        List<ModelMessage> called = new ArrayList<>();
        List<ToolCall> calls = message.entry().toolCalls();
        called.add(new ModelMessage.OfModel(
                "",
                calls.stream()
                        .map(call -> new ToolRequest(call.id(), call.name(), written(call.arguments())))
                        .toList()));
        calls.forEach(call -> called.add(new ModelMessage.OfTool(
                call.id(), call.name(), Objects.requireNonNullElse(call.result(), ToolResult.LOST.content()))));
        return called;
    }

    private static String written(@Nullable Json arguments) {
        return arguments == null ? "{}" : arguments.text();
    }

    /** What a tool said answers a call that is not kept, so no provider would take it. */
    private static void add(List<ModelMessage> messages, ChatRole role, String content) {
        switch (role) {
            case USER -> messages.add(new ModelMessage.OfUser(content));
            case ASSISTANT -> messages.add(new ModelMessage.OfModel(content, List.of()));
            case SYSTEM, TOOL -> {}
        }
    }
}
