package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ChatSettingsAdministration;
import dev.atlas.application.providers.ModelCalls;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelName;
import dev.atlas.application.providers.ModelQuestion;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.application.usage.UsageRecording;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Goes on with conversations that their clients keep: nothing of them is stored but what they took. */
public final class Completions {

    /** As usage records name it. */
    private static final String APP = "atlas-completions";

    private final Foundation foundation;
    private final ModelCalls calls;
    private final ChatSettingsAdministration settings;
    private final TurnWatch watch;
    private final Persistence persistence;

    Completions(Foundation foundation, TurnWatch watch, Persistence persistence, ProviderUseCases providers) {
        this.foundation = foundation;
        this.watch = watch;
        this.persistence = persistence;
        this.calls = providers.calls();
        this.settings = providers.settings();
    }

    /** A conversation that may go on and counts as asked. To be ended once. */
    public interface Begun {

        /** Under which what it takes will be recorded. */
        Id<UsageRecord> id();

        Instant at();

        /**
         * Has a model go on, and records what it took, however it ends.
         *
         * @param reader is given each piece on this thread; whatever it throws means that it has gone
         */
        Completion end(Consumer<ModelEvent> reader, Cancellation cancellation);
    }

    private record Plan(ModelEndpoint endpoint, ModelName name, ChatDefaults defaults, Allowance allowance) {}

    /**
     * Begins to go on.
     *
     * @throws Refusal.NotFound {@code provider.not_found}
     * @throws Refusal.TooMany {@code chat.request_limit}, {@code chat.token_limit}, {@code chat.cost_limit}
     * @throws Refusal.WrongState {@code provider.disabled}, {@code provider.not_configured}
     */
    public Begun begin(Caller caller, CompletionRequest request) {
        caller.require(Permission.CHAT_USE);
        Plan plan = foundation.storage().read((Repositories from) -> plan(from, caller, request));
        Instant now = foundation.now();
        if (!plan.allowance().limitless()) {
            Allowance.written(foundation.storage(), to -> {
                plan.allowance().ask(to, now);
                return now;
            });
        }
        return new Asked(caller, request, plan, foundation.ids().next(), now);
    }

    private final class Asked implements Begun {

        private final Caller caller;
        private final CompletionRequest request;
        private final Plan plan;
        private final Id<UsageRecord> id;
        private final Instant at;

        Asked(Caller caller, CompletionRequest request, Plan plan, Id<UsageRecord> id, Instant at) {
            this.caller = caller;
            this.request = request;
            this.plan = plan;
            this.id = id;
            this.at = at;
        }

        @Override
        public Id<UsageRecord> id() {
            return id;
        }

        @Override
        public Instant at() {
            return at;
        }

        @Override
        public Completion end(Consumer<ModelEvent> reader, Cancellation cancellation) {
            ModelQuestion question = question(plan, request);
            WatchedCall watched = watch.over(caller, null, cancellation);
            try {
                return kept(
                        caller,
                        plan,
                        id,
                        Arrived.from(
                                calls.provider(),
                                plan.endpoint(),
                                question,
                                plan.defaults().streamingEnabled(),
                                reader,
                                cancellation));
            } finally {
                watch.left(watched);
            }
        }
    }

    /** The models the caller can ask for, those of the usual provider first. Throws what the only provider there is throws. */
    public List<ModelName> models(Caller caller) {
        return calls.names(caller, settings);
    }

    /**
     * One of them, by a name that can be asked for.
     *
     * @throws Refusal.NotFound {@code model.not_found} if its provider does not have it; and what that refuses
     */
    public ModelName model(Caller caller, String name) {
        caller.require(Permission.CHAT_USE);
        ModelName meant = foundation
                .storage()
                .read((Repositories from) ->
                        calls.name(from, name, settings.current(from).defaults().defaultProvider()));
        return calls.models(caller, meant.provider()).stream()
                .filter(offered -> offered.id().equals(meant.model()))
                .findAny()
                .map(offered -> meant)
                .orElseThrow(() -> new Refusal.NotFound("model.not_found", "There is no such model."));
    }

    private Plan plan(Repositories from, Caller caller, CompletionRequest request) {
        ChatDefaults defaults = settings.current(from).defaults();
        ModelName name = calls.name(from, request.model(), defaults.defaultProvider());
        ModelEndpoint endpoint = calls.endpoint(from, caller, name.provider());
        return new Plan(endpoint, name, defaults, new Allowance(caller.user(), defaults.limits()));
    }

    private static ModelQuestion question(Plan plan, CompletionRequest request) {
        return new ModelQuestion(
                plan.name().model(),
                request.messages(),
                Objects.requireNonNullElse(request.maxTokens(), plan.defaults().maxTokens()),
                Objects.requireNonNullElse(
                        request.temperature(), plan.defaults().temperature()),
                request.tools(),
                request.toolRequired());
    }

    private Completion kept(Caller caller, Plan plan, Id<UsageRecord> id, Arrived arrived) {
        boolean interrupted = Thread.interrupted(); // what it took is recorded all the same
        try {
            Instant now = foundation.now();
            TokenCounts tokens = arrived.tokens();
            ModelCall call = new ModelCall(
                    new CallOrigin(caller.user(), null, null, null, null, APP),
                    plan.name().provider(),
                    plan.name().model(),
                    tokens,
                    arrived.course());
            Supplier<UsageRecord> recording = () -> Allowance.written(foundation.storage(), to -> {
                        if (to.usageRecords().find(id).isEmpty()) {
                            plan.allowance().took(to, tokens.total(), now);
                        }
                        return UsageRecording.record(to, id, call, now);
                    })
                    .value();
            return new Completion(arrived.answer(), arrived.problem(), recorded(recording));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private UsageRecord recorded(Supplier<UsageRecord> recording) {
        try {
            return recording.get();
        } catch (StorageException e) {
            persistence.later("what a call took", recording::get, () -> {});
            throw e;
        }
    }
}
