package dev.atlas.api.chat;

import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.chat.ToolApprovals;
import dev.atlas.application.chat.Turn;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Deciding what models may do that changes or removes what people made. */
@Controller("/api/v1/chat/sessions/{id}/messages/{message}/approvals")
final class ToolApprovalController {

    private final ToolApprovals approvals;

    ToolApprovalController(Atlas atlas) {
        this.approvals = atlas.chat().approvals();
    }

    /** Where the model fails that goes on, its answer says so: what was decided is done all the same. */
    @Post
    @Operation(
            id = "decideToolCall",
            summary =
                    "Approves of a call that waits in an answer, which is made then, or refuses it; once all are decided the turn goes on.",
            outcome = Outcome.SHOWN,
            throttled = true)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    ToolApprovalView decide(Caller caller, Id<ChatSession> id, int message, @Body ToolApprovalInput input)
            throws InterruptedException {
        ToolApprovals.Decided decided = approvals.decide(caller, id, message, input.toolCallId(), input.approve());
        ChatMessage answer = decided.next()
                .map(turn -> turn.end(event -> {}, new Cancellation()))
                .map(Turn::answered)
                .map(committed -> committed.value())
                .orElse(null);
        return ToolApprovalView.of(decided.message().value(), answer);
    }
}
