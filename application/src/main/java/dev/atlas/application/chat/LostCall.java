package dev.atlas.application.chat;

import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.PendingCall;
import dev.atlas.domain.usage.TokenCounts;
import java.util.Optional;

/** A call that was lost with its node: nobody knows what it took. */
final class LostCall {

    private LostCall() {}

    /** Empty if no model was asked for it. */
    static Optional<ModelCall> of(ChatMessage place) {
        String provider = place.entry().provider();
        String model = place.entry().model();
        if (provider == null || model == null || !AnswerPlace.asked(place.entry())) {
            return Optional.empty();
        }
        CallOutcome outcome = AnswerPlace.isTakenBack(place.entry()) ? CallOutcome.CANCELLED : CallOutcome.INTERRUPTED;
        String agent = AnswerPlace.agent(place);
        CallOrigin origin =
                new CallOrigin(place.ownerId(), null, agent, place.sessionId(), place.id(), Voice.app(agent));
        return Optional.of(lost(origin, provider, model, outcome));
    }

    static ModelCall of(PendingCall call) {
        return lost(Completions.origin(call.userId()), call.provider(), call.model(), CallOutcome.INTERRUPTED);
    }

    private static ModelCall lost(CallOrigin origin, String provider, String model, CallOutcome outcome) {
        return new ModelCall(
                origin, provider, model, TokenCounts.NONE, new CallCourse(null, null, false, outcome, null));
    }
}
