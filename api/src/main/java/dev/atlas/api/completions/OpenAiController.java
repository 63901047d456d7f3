package dev.atlas.api.completions;

import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Problems;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.chat.Completion;
import dev.atlas.application.chat.Completions;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.reactivestreams.Publisher;

/** What clients of OpenAI's interface ask for, with {@code /v1} of this server as their base address and a token of Atlas as key. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OpenAiController {

    private final Completions completions;

    OpenAiController(Atlas atlas) {
        this.completions = atlas.chat().completions();
    }

    /** Conversations are the client's own: nothing is kept of them but what they took. */
    @Post("/chat/completions")
    @Operation(
            id = "createOpenAiCompletion",
            summary =
                    "Goes on with a conversation that the client keeps, in the form of OpenAI; streams if it is asked to.",
            outcome = Outcome.SHOWN,
            throttled = true,
            event = OpenAiChunk.class)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
    @Requires(Permission.CHAT_USE)
    HttpResponse<OpenAiCompletion> complete(HttpRequest<?> request, Caller caller, @Body Json.Obj body) {
        OpenAiRequest asked = OpenAiRequest.of(body);
        Completions.Begun begun = completions.begin(caller, asked.request());
        return asked.streams() ? streamed(request, asked, begun) : whole(begun.end(event -> {}, new Cancellation()));
    }

    private static HttpResponse<OpenAiCompletion> whole(Completion completion) {
        ModelAnswer answer = completion.answer();
        if (completion.problem() != null || answer == null) {
            ProviderProblem problem = completion.problem();
            throw OpenAiRefusals.of(problem == null ? new ProviderProblem.Cancelled() : problem);
        }
        return HttpResponse.ok(OpenAiCompletion.of(completion, answer));
    }

    @SuppressWarnings("unchecked") // what is written is what the body is, not what the route says
    private static HttpResponse<OpenAiCompletion> streamed(
            HttpRequest<?> request, OpenAiRequest asked, Completions.Begun begun) {
        OpenAiChunk.Answer answer = new OpenAiChunk.Answer(
                "chatcmpl-" + begun.id(),
                begun.at().getEpochSecond(),
                asked.request().model());
        Publisher<?> events = OpenAiStream.of(begun, answer, asked.tellsUsage(), error -> Problems.of(request, error)
                .body());
        return (HttpResponse<OpenAiCompletion>)
                (HttpResponse<?>) HttpResponse.ok(events).contentType(MediaType.TEXT_EVENT_STREAM_TYPE);
    }

    /** A name may hold slashes, as {@code openai/gpt-5} does. */
    @Get("/models/{+model}")
    @Operation(
            id = "getOpenAiModel",
            summary = "Returns a model the caller can ask for, in the form of OpenAI.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    OpenAiModels.OpenAiModel model(Caller caller, String model) {
        return OpenAiModels.OpenAiModel.of(completions.model(caller, model));
    }

    @Get("/models")
    @Operation(
            id = "listOpenAiModels",
            summary = "Lists the models the caller can ask for, in the form of OpenAI.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    OpenAiModels models(Caller caller) {
        return OpenAiModels.of(completions.models(caller));
    }
}
