package dev.atlas.application.chat;

import dev.atlas.application.providers.ModelMessage;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatRole;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.Repositories;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a model is told of a chat: the latest of it, beginning with words of its owner. */
final class ChatHistory {

    private static final int MOST_MESSAGES = 100;

    /** About what the smallest of today's models can read, at four characters a token. */
    private static final int MOST_CHARACTERS = 400_000;

    private ChatHistory() {}

    static List<ModelMessage> of(Repositories from, Id<ChatSession> session, String systemPrompt) {
        List<ModelMessage> latestFirst = new ArrayList<>();
        int characters = 0;
        for (ChatMessage message : from.chatMessages().before(session, null, MOST_MESSAGES)) {
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

    /** What a tool said answers a call that is not kept, so no provider would take it. */
    private static void add(List<ModelMessage> messages, ChatRole role, String content) {
        switch (role) {
            case USER -> messages.add(new ModelMessage.OfUser(content));
            case ASSISTANT -> messages.add(new ModelMessage.OfModel(content, List.of()));
            case SYSTEM, TOOL -> {}
        }
    }
}
