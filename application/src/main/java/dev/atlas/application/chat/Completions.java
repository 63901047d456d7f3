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
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.PendingCall;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Goes on with conversations that their clients keep: nothing of them is stored but what they took. */
public final class Completions {

    /** As usage records name it. */
    private static final String APP = "atlas-completions";

    private final Foundation foundation;
    private final CallLog log;
    private final ModelCalls calls;
    private final ChatSettingsAdministration settings;
    private final TurnWatch watch;
    private final Persistence persistence;

    Completions(
            Foundation foundation, CallLog log, TurnWatch watch, Persistence persistence, ProviderUseCases providers) {
        this.foundation = foundation;
        this.log = log;
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
        PendingCall call = new PendingCall(
                foundation.ids().next(),
                caller.user(),
                plan.name().provider(),
                plan.name().model(),
                foundation.now(),
                0);
        log.begin(call, plan.allowance());
        return new Asked(caller, request, plan, call);
    }

    private final class Asked implements Begun {

        private final Caller caller;
        private final CompletionRequest request;
        private final Plan plan;
        private final PendingCall call;

        Asked(Caller caller, CompletionRequest request, Plan plan, PendingCall call) {
            this.caller = caller;
            this.request = request;
            this.plan = plan;
            this.call = call;
        }

        @Override
        public Id<UsageRecord> id() {
            return call.recordId();
        }

        @Override
        public Instant at() {
            return call.startedAt();
        }

        @Override
        public Completion end(Consumer<ModelEvent> reader, Cancellation cancellation) {
            ModelQuestion question = question(plan, request);
            WatchedCall watched = watch.over(caller, new Place.OfCall(call.id()), cancellation);
            Arrived arrived;
            try {
                arrived = Arrived.from(
                        calls.provider(),
                        plan.endpoint(),
                        question,
                        plan.defaults().streamingEnabled(),
                        reader,
                        cancellation);
            } catch (RuntimeException e) {
                watch.left(watched);
                throw e;
            }
            return kept(caller, plan, call.id(), arrived, watched);
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

    private Completion kept(Caller caller, Plan plan, Id<PendingCall> id, Arrived arrived, WatchedCall watched) {
        Instant now = foundation.now();
        ModelCall call = new ModelCall(
                origin(caller.user()), plan.name().provider(), plan.name().model(), arrived.tokens(), arrived.course());
        UsageRecord record = persistence.store(
                "what a call took", () -> log.end(id, call, plan.allowance(), now), () -> watch.left(watched));
        return new Completion(arrived.answer(), arrived.problem(), record);
    }

    /** Of all calls that are made so. */
    static CallOrigin origin(Id<User> user) {
        return new CallOrigin(user, null, null, null, null, APP);
    }
}
