package dev.atlas.api.openapi;

import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.LastEvent;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Open;
import dev.atlas.api.http.OpenOnLoopback;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.QueryParameters;
import dev.atlas.api.http.Requires;
import dev.atlas.api.http.WireNames;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.sse.Event;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** What a route says of itself. */
record Route(UriRouteInfo<?, ?> info) {

    /** What the body of an answer may come in. */
    private static final List<Class<?>> WRAPPERS =
            List.of(CompletableFuture.class, HttpResponse.class, Publisher.class, Event.class);

    static boolean isDescribed(UriRouteInfo<?, ?> info) {
        return info.getAnnotationMetadata().hasAnnotation(Operation.class) && info.getHttpMethod() != HttpMethod.HEAD;
    }

    String method() {
        return info.getHttpMethod().name();
    }

    /** With the variables in snake_case; a document has no word for one that may hold slashes. */
    String path() {
        String path = info.getUriMatchTemplate().toPathString().replace("{+", "{");
        for (Argument<?> variable : pathVariables()) {
            path = path.replace("{" + variable.getName() + "}", "{" + WireNames.of(variable.getName()) + "}");
        }
        return path;
    }

    String id() {
        return annotations().stringValue(Operation.class, "id").orElseThrow();
    }

    String summary() {
        return annotations().stringValue(Operation.class, "summary").orElseThrow();
    }

    Outcome outcome() {
        return annotations()
                .enumValue(Operation.class, "outcome", Outcome.class)
                .orElseThrow();
    }

    boolean throttled() {
        return annotations().booleanValue(Operation.class, "throttled").orElse(false);
    }

    boolean open() {
        return annotations().hasAnnotation(Open.class);
    }

    /** Absent if it is open, or for everybody who is signed in. */
    Optional<Permission> permission() {
        return annotations().enumValue(Requires.class, Permission.class);
    }

    /** In the order of the path. */
    List<Argument<?>> pathVariables() {
        List<String> names = info.getUriMatchTemplate().getVariableNames();
        return arguments().stream()
                .filter(argument -> names.contains(argument.getName()))
                .toList();
    }

    List<Argument<?>> queries() {
        return arguments().stream().flatMap(QueryParameters::of).toList();
    }

    boolean paged() {
        return takes(Paging.class);
    }

    /** True if it takes an {@code Idempotency-Key}. */
    boolean repeatable() {
        return takes(Once.class);
    }

    /** True if whoever asks from the machine itself need not sign in. */
    boolean openOnLoopback() {
        return annotations().hasAnnotation(OpenOnLoopback.class);
    }

    boolean conditional() {
        return takes(IfMatch.class);
    }

    /** True if it goes on after {@code Last-Event-ID}. */
    boolean resumable() {
        return takes(LastEvent.class);
    }

    boolean writes() {
        return info.getHttpMethod() != HttpMethod.GET;
    }

    /** The type of the body; null if it takes none. */
    @Nullable
    Type body() {
        return arguments().stream()
                .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(Body.class))
                .findAny()
                .map(Argument::asType)
                .orElse(null);
    }

    List<String> bodyMediaTypes() {
        return info.getConsumes().stream().map(MediaType::getName).toList();
    }

    List<String> answerMediaTypes() {
        return info.getProduces().stream().map(MediaType::toString).toList();
    }

    /** The type of the answer's body when all is well. */
    Type answer() {
        Argument<?> type = info.getReturnType().asArgument();
        while (wraps(type.getType())) {
            type = type.getFirstTypeVariable().orElseThrow();
        }
        return type.asType();
    }

    /** The type of the data of each event, where events are named and are not each the answer itself. */
    Optional<Type> event() {
        return annotations()
                .classValue(Operation.class, "event")
                .filter(type -> type != void.class)
                .map(type -> type);
    }

    /** How one kind of these events is called; empty if they have no names. */
    String eventName() {
        return annotations().stringValue(Operation.class, "eventName").orElse("");
    }

    private static boolean wraps(Class<?> type) {
        return WRAPPERS.stream().anyMatch(wrapper -> wrapper.isAssignableFrom(type));
    }

    /** True if the request names things by id, so that they may not be there. */
    boolean namesThings() {
        return !pathVariables().isEmpty()
                || queries().stream().anyMatch(query -> query.getType() == Id.class)
                || (body() instanceof Class<?> type
                        && type.isRecord()
                        && Arrays.stream(type.getRecordComponents()).anyMatch(part -> part.getType() == Id.class));
    }

    private boolean takes(Class<?> type) {
        return arguments().stream().anyMatch(argument -> argument.getType() == type);
    }

    private List<Argument<?>> arguments() {
        return List.of(info.getTargetMethod().getArguments());
    }

    private AnnotationMetadata annotations() {
        return info.getAnnotationMetadata();
    }
}
