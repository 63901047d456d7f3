package dev.atlas.api.openapi;

import dev.atlas.api.http.AfterPosition;
import dev.atlas.api.http.LastEvent;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.WireNames;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.type.Argument;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parameters and bodies. */
final class RequestParts {

    /** Neither blanks nor control characters. */
    private static final String NAME = "^[^\\s\\u0000-\\u001f\\u007f-\\u009f]+$";

    /** {@link dev.atlas.domain.storage.Position#text()}. */
    private static final String POSITION = "^(0|[1-9][0-9]{0,8})-(0|[1-9][0-9]{0,18})$";

    private final Schemas schemas;
    private final Vocabulary vocabulary;

    RequestParts(Schemas schemas, Vocabulary vocabulary) {
        this.schemas = schemas;
        this.vocabulary = vocabulary;
    }

    List<Json.Obj> parameters(Route route) {
        List<Json.Obj> parameters = new ArrayList<>();
        route.pathVariables().forEach(variable -> parameters.add(path(variable)));
        if (route.paged()) {
            parameters.add(limit());
            parameters.add(cursor());
        }
        route.queries().forEach(query -> parameters.add(query(query)));
        if (route.conditional()) {
            parameters.add(
                    header("If-Match", "The version this is based on, or * for any.", "^(\"[0-9]{1,18}\"|\\*)$"));
        }
        if (route.resumable()) {
            parameters.add(header(
                    LastEvent.HEADER,
                    "The id of the last event that was received: what came after it follows.",
                    POSITION));
        }
        if (route.repeatable()) {
            parameters.add(header(
                    Once.HEADER,
                    "Chosen anew for each request; within 24 hours the same request under it is done once and answered alike.",
                    "^[!-~]{1,255}$"));
        }
        if (!route.writes() && !route.open()) {
            parameters.add(header(
                    AfterPosition.HEADER,
                    "The position that an earlier write answered: the answer shows at least that write.",
                    POSITION));
        }
        if (route.outcome() == Outcome.FOUND) {
            parameters.add(header("If-None-Match", "The version the client has: 304 if it is still that.", null));
        }
        return parameters;
    }

    Json.Obj body(Route route, Type type) {
        Json.Obj schema = schemas.of(type);
        Json example = new Examples(schemas.named()).of(schema);
        Members content = new Members();
        route.bodyMediaTypes()
                .forEach(mediaType -> content.with(
                        mediaType, new Members().with("schema", schema).with("example", example)));
        return new Members().with("required", true).with("content", content).object();
    }

    private Json.Obj path(Argument<?> variable) {
        String name = WireNames.of(variable.getName());
        Json.Obj schema = schemas.of(variable.asType());
        Json.Obj limited =
                switch (variable.getType().getSimpleName()) {
                    case "String" ->
                        new Members().withAll(schema).with("pattern", NAME).object();
                    case "int" ->
                        ValueSchemas.limited(schema, 0, Integer.MAX_VALUE).object();
                    default -> schema;
                };
        return new Members()
                .with("name", name)
                .with("in", "path")
                .with("required", true)
                .with("schema", vocabulary.told("path", name, limited))
                .object();
    }

    private Json.Obj query(Argument<?> argument) {
        AnnotationValue<Query> query = Objects.requireNonNull(argument.getAnnotation(Query.class));
        String standard = query.stringValue("standard").orElse("");
        Members schema = ValueSchemas.limited(
                        schemas.of(argument.asType()),
                        query.longValue("min").orElse(Long.MIN_VALUE),
                        query.longValue("max").orElse(Long.MAX_VALUE))
                .with("default", standard.isEmpty() ? null : standard(argument, standard));
        return new Members()
                .with("name", WireNames.of(argument.getName()))
                .with("in", "query")
                .with("description", query.stringValue().orElseThrow())
                .with("required", standard.isEmpty() && !argument.isNullable())
                .with("schema", schema)
                .object();
    }

    private static Object standard(Argument<?> argument, String text) {
        return switch (argument.getType().getSimpleName()) {
            case "long", "int" -> Long.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private Json.Obj limit() {
        Members schema =
                ValueSchemas.limited(schemas.of(int.class), 1, Page.MAX_LIMIT).with("default", Page.DEFAULT_LIMIT);
        return new Members()
                .with("name", "limit")
                .with("in", "query")
                .with("description", "How many at most.")
                .with("required", false)
                .with("schema", schema)
                .object();
    }

    private Json.Obj cursor() {
        return new Members()
                .with("name", "cursor")
                .with("in", "query")
                .with(
                        "description",
                        "The value of next from the page before, good for the same filters; without it, the first page.")
                .with("required", false)
                .with("schema", schemas.of(String.class))
                .object();
    }

    private static Json.Obj header(String name, String description, @Nullable String pattern) {
        return new Members()
                .with("name", name)
                .with("in", "header")
                .with("description", description)
                .with("required", false)
                .with("schema", new Members().with("type", "string").with("pattern", pattern))
                .object();
    }
}
