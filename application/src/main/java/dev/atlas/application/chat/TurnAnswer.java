package dev.atlas.application.chat;

import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.domain.chat.ToolCallStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of the rounds of a turn.
 *
 * @param last the round it ended in
 * @param text of all rounds
 * @param calls what was asked of tools, in that order
 * @param stop why it ended though the model wants to go on; absent if the model ended it, or something went wrong
 */
record TurnAnswer(
        Arrived last,
        String text,
        List<ToolCall> calls,
        @Nullable Stop stop) {

    /** Why a turn ends that a model would go on with. */
    enum Stop {
        /** Somebody must approve of what it wants. */
        APPROVAL_REQUIRED,
        /** It may go no further. */
        MAX_ROUNDS;

        Json.Str word() {
            return new Json.Str(Words.of(this));
        }
    }

    /** Why it is no answer; absent if it is one, if nobody wanted it any more, and if it may go no further. */
    @Nullable
    ProviderProblem problem() {
        boolean silent = last.problem() == null && last.answer() != null && stop == null && text.isBlank();
        return silent ? new ProviderProblem.NothingSaid() : last.problem();
    }

    /**
     * As the owner of the chat reads it, with what the last round took alone.
     *
     * @param usage of the last round
     * @param voice who answers
     * @param request kept with what waits for an approval, so that the turn can go on as it was to
     */
    ChatEntry entry(String provider, String model, ChatUsage usage, Voice voice, TurnRequest request) {
        ChatEntry ended = last.entry(provider, model, usage);
        SequencedMap<String, Json> metadata =
                new LinkedHashMap<>(ended.metadata().members());
        if (voice.agentId() != null) {
            metadata.put(AnswerPlace.AGENT, new Json.Str(voice.agentId()));
        }
        if (text.codePointCount(0, text.length()) > ChatEntry.LONGEST) {
            metadata.put("finish_reason", new Json.Str("length")); // the rest is not kept
        }
        if (stop != null) {
            metadata.put("finish_reason", stop.word());
        }
        ProviderProblem why = problem();
        if (why != null) {
            metadata.put("problem", new Json.Str(why.code()));
        }
        if (stop == Stop.APPROVAL_REQUIRED) {
            metadata.put(Continuation.MEMBER, Continuation.of(request));
        }
        return new ChatEntry(
                ended.role(),
                state(ended.state()),
                content(),
                provider,
                model,
                ended.usage(),
                calls,
                new Json.Obj(metadata));
    }

    private String content() {
        if (!text.isBlank() || stop != Stop.APPROVAL_REQUIRED) {
            return AnswerText.storable(text);
        }
        List<String> waiting = calls.stream()
                .filter(call -> call.status() == ToolCallStatus.PENDING)
                .map(ToolCall::name)
                .toList();
        return "This needs your approval: " + String.join(", ", waiting) + ".";
    }

    /** Tokens were used, and an answer was not come by. */
    private MessageState state(MessageState ended) {
        return switch (stop) {
            case null -> ended;
            case APPROVAL_REQUIRED -> MessageState.COMPLETE;
            case MAX_ROUNDS -> MessageState.FAILED;
        };
    }
}
