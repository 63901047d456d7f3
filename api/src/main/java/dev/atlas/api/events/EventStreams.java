package dev.atlas.api.events;

import dev.atlas.api.http.Authenticator;
import dev.atlas.api.http.BearerToken;
import dev.atlas.api.operations.Readiness;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.events.EventPage;
import dev.atlas.application.events.EventUseCases;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.StorageException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Streams of events that go on, each on a virtual thread of its own. One ends when the client goes, when what it signed in
 * with is no longer good, when the server stops, and when the store cannot be read; a client goes on where it was by
 * {@code Last-Event-ID}.
 */
@Singleton
final class EventStreams {

    /** How often it is looked whether the caller is still let in: revocation may take a second. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** After so long without anything to tell, the position is told, so that nobody on the way takes the stream for dead. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final EventUseCases events;
    private final Authenticator authenticator;
    private final Readiness readiness;
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    EventStreams(Atlas atlas, Authenticator authenticator, Readiness readiness) {
        this.events = atlas.events();
        this.authenticator = authenticator;
        this.readiness = readiness;
    }

    /** What comes after this position, as whoever sent the request may see it then. */
    Flux<EventPage> after(HttpRequest<?> request, Caller caller, Position start) {
        String token = Objects.requireNonNull(BearerToken.of(request));
        return Flux.<EventPage, Position>generate(
                        () -> start, (position, stream) -> next(token, caller.origin(), position, stream))
                .subscribeOn(threads);
    }

    private Position next(String token, Caller.Origin origin, Position position, SynchronousSink<EventPage> stream) {
        try {
            Optional<EventPage> next = await(token, origin, position);
            next.ifPresentOrElse(stream::next, stream::complete);
            return next.map(EventPage::position).orElse(position);
        } catch (Refusal | StorageException | CompletionException e) {
            stream.complete(); // asking again tells the client why
            return position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stream.complete();
            return position;
        }
    }

    /** The next page that is worth sending; empty if the server stops. */
    private Optional<EventPage> await(String token, Caller.Origin origin, Position start) throws InterruptedException {
        long begin = System.nanoTime();
        Position position = start;
        while (!readiness.isStopping()) {
            events.await(position, LOOK);
            Caller caller = authenticator.authenticate(token, origin).join();
            EventPage page = events.page(caller, position);
            if (!page.events().isEmpty() || System.nanoTime() - begin > SILENCE.toNanos()) {
                return Optional.of(page);
            }
            position = page.position();
        }
        return Optional.empty();
    }
}
