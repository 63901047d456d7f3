package dev.atlas.api.events;

import dev.atlas.api.http.LastEvent;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.SignedIn;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.events.EventPage;
import dev.atlas.application.events.EventUseCases;
import dev.atlas.domain.storage.Position;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Server-sent events: what changes, of what the caller may see. */
@Controller("/api/v1/events")
final class EventController {

    private final EventUseCases events;
    private final EventStreams streams;

    EventController(Atlas atlas, EventStreams streams) {
        this.events = atlas.events();
        this.streams = streams;
    }

    /**
     * From {@code Last-Event-ID} on; from now on without it. Who does not ask for {@code text/event-stream} by name is told
     * what has happened until now, and the answer ends.
     */
    @Get
    @Operation(
            id = "followEvents",
            summary =
                    "Tells what changes, as it changes; with Accept: text/event-stream it goes on until the client ends it.",
            outcome = Outcome.SHOWN)
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<EventPageView>> follow(HttpRequest<?> request, Caller caller, LastEvent last) {
        Position after = last.position() == null ? events.now() : last.position();
        EventPage first = events.page(caller, after);
        boolean goesOn = request.accept().contains(MediaType.TEXT_EVENT_STREAM_TYPE);
        Flux<EventPage> pages = goesOn
                ? Flux.concat(Flux.just(first), streams.after(request, caller, first.position()))
                : Flux.just(first);
        return pages.map(
                page -> Event.of(EventPageView.of(page)).id(page.position().text()));
    }
}
