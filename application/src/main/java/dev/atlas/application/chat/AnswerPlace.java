package dev.atlas.application.chat;

import dev.atlas.application.tools.ToolResult;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.domain.chat.ToolCallStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of an answer before it is there. One that is taken back stays pending until what had arrived is stored,
 * so that it is found if its node does not live to do so.
 */
final class AnswerPlace {

    /** Who answers, as the metadata of the answer names it. */
    static final String AGENT = "agent";

    private static final String TAKEN_BACK = "cancelled";
    private static final String PROBLEM = "problem";
    private static final Json.Str LOST = new Json.Str("turn.lost");

    private AnswerPlace() {}

    static ChatEntry pending(TurnPlan plan) {
        ChatEntry place = ChatEntry.pending(plan.endpoint().provider(), plan.model());
        String agent = plan.voice().agentId();
        return agent == null ? place : place.with(AGENT, new Json.Str(agent));
    }

    /** True while some node is at it. */
    static boolean pending(ChatEntry entry) {
        return entry.state() == MessageState.PENDING;
    }

    /** True while a model is asked for it. */
    static boolean asked(ChatEntry entry) {
        return pending(entry) && !running(entry);
    }

    static ChatEntry takenBack(ChatEntry place) {
        return place.with(TAKEN_BACK, new Json.Bool(true));
    }

    /** True if whoever asked wants it no more. */
    static boolean isTakenBack(ChatEntry place) {
        return place.state() == MessageState.CANCELLED
                || place.metadata().members().containsKey(TAKEN_BACK);
    }

    /** What is left of it without its node: of a tool that ran nobody can say what came of it. */
    static ChatEntry lost(ChatEntry place) {
        if (running(place)) {
            return calling(
                    place,
                    place.toolCalls().stream()
                            .map(call ->
                                    running(call) ? call.in(ToolCallStatus.ERROR, ToolResult.LOST.content()) : call)
                            .toList());
        }
        return place.in(isTakenBack(place) ? MessageState.CANCELLED : MessageState.INTERRUPTED)
                .with(PROBLEM, LOST);
    }

    /** True if it was given up, and what was answered may yet come from a node that was only slow. */
    static boolean isLost(ChatEntry entry) {
        return LOST.equals(entry.metadata().members().get(PROBLEM));
    }

    /** An answer of which calls need approvals: pending while one of them runs. */
    static ChatEntry calling(ChatEntry answer, List<ToolCall> calls) {
        ChatEntry calling = answer.calling(calls);
        MessageState ended = answer.content().isBlank() ? MessageState.INTERRUPTED : MessageState.COMPLETE;
        return calling.in(running(calling) ? MessageState.PENDING : ended);
    }

    /** Who is asked for it; absent for a model by itself. */
    static @Nullable String agent(ChatMessage place) {
        return place.entry().metadata().members().get(AGENT) instanceof Json.Str(String agent) ? agent : null;
    }

    private static boolean running(ChatEntry entry) {
        return entry.toolCalls().stream().anyMatch(AnswerPlace::running);
    }

    private static boolean running(ToolCall call) {
        return call.status() == ToolCallStatus.RUNNING;
    }
}
