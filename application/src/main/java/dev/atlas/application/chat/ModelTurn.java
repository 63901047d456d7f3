package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ModelProvider;
import dev.atlas.application.providers.ModelQuestion;
import dev.atlas.application.tools.Tool;
import dev.atlas.application.tools.ToolRunner;
import dev.atlas.application.usage.UsageRecording;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A turn that a model answers: it is asked, and asked again with what tools answered, until it has said all; then that is stored with
 * what it took.
 *
 * @param since what was asked of tools in the same turn before, and what they answered
 */
record ModelTurn(
        Foundation foundation,
        TurnLog log,
        TurnWatch watch,
        Persistence persistence,
        ModelProvider provider,
        ToolRunner runner,
        TurnBounds bounds,
        Caller caller,
        TurnRequest request,
        TurnIds ids,
        TurnPlan plan,
        Committed<ChatMessage> said,
        List<ModelMessage> since)
        implements BegunTurn {

    @Override
    public Id<ChatSession> session() {
        return said.value().sessionId();
    }

    @Override
    public Turn end(Consumer<ModelEvent> reader, Cancellation cancellation) {
        ModelQuestion question = question();
        WatchedCall watched = watch.over(caller, new Place.OfAnswer(ids.answered()), cancellation);
        TurnAnswer answer;
        try {
            TurnRounds rounds =
                    new TurnRounds(caller, runner, plan.voice().tools(), bounds.rounds(), reader, cancellation);
            answer = rounds.take(
                    provider, plan.endpoint(), question, plan.defaults().streamingEnabled(), this::used);
        } catch (RuntimeException e) {
            watch.left(watched);
            throw e;
        }
        Instant now = foundation.now();
        // it is watched until it is stored, so that no node takes it for lost meanwhile
        Committed<ChatMessage> answered =
                persistence.store("an answer", () -> keep(answer, now), () -> watch.left(watched));
        return new Turn(said, answered, answer.problem());
    }

    /** Records a round after which the turn goes on. */
    private void used(Arrived round) {
        ModelCall call = call(ids.answered(), round);
        Id<UsageRecord> id = foundation.ids().next();
        Instant now = foundation.now();
        persistence.store(
                "what a round took",
                () -> {
                    log.round(ids.answered(), id, call, plan.allowance(caller), now);
                    return id;
                },
                () -> {});
    }

    /** What was said up to these words of the owner, and what has been since. */
    private ModelQuestion question() {
        Voice voice = plan.voice();
        List<ModelMessage> messages = foundation
                .storage()
                .read((Repositories from) ->
                        ChatHistory.of(from, session(), said.value().sequence() + 1, voice.prompt()));
        if (messages.isEmpty() || !(messages.getLast() instanceof ModelMessage.OfUser)) {
            throw ChatAccess.notFound(); // it was removed after its owner spoke
        }
        List<ModelMessage> all = new ArrayList<>(messages);
        all.addAll(since);
        return new ModelQuestion(
                plan.model(),
                all,
                voice.maxTokens(),
                voice.temperature(),
                voice.tools().stream().map(Tool::offer).toList());
    }

    /** The answer and what it cost, together; what it cost alone, if the chat has been removed meanwhile. */
    private Committed<ChatMessage> keep(TurnAnswer answered, Instant now) {
        Id<UsageRecord> used = TurnIds.used(ids.answered());
        try {
            ModelCall call = call(ids.answered(), answered.last());
            Function<Repositories, ChatEntry> answer = to -> {
                UsageRecord record = UsageRecording.priced(to, used, call, now);
                UsageRecording.record(
                        to, record); // unless the turn was taken for lost: that it took nothing stays recorded
                return answered.entry(
                        plan.endpoint().provider(), plan.model(), record.chatUsage(), plan.voice(), request);
            };
            return log.answer(caller, session(), ids.answered(), answer, plan.allowance(caller));
        } catch (Refusal.NotFound e) {
            ModelCall call = call(null, answered.last());
            foundation.storage().write(to -> UsageRecording.record(to, used, call, now));
            throw e;
        }
    }

    private ModelCall call(@Nullable Id<ChatMessage> message, Arrived arrived) {
        return new ModelCall(
                new CallOrigin(
                        caller.user(),
                        null,
                        plan.voice().agentId(),
                        session(),
                        message,
                        plan.voice().app()),
                plan.endpoint().provider(),
                plan.model(),
                arrived.tokens(),
                arrived.course());
    }
}
