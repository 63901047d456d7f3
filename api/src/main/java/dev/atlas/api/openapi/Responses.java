package dev.atlas.api.openapi;

import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Problem;
import dev.atlas.api.http.RequestIds;
import dev.atlas.domain.Json;
import io.micronaut.http.MediaType;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What routes answer. */
final class Responses {

    private final Schemas schemas;

    Responses(Schemas schemas) {
        this.schemas = schemas;
    }

    /** By ascending status. */
    Json.Obj of(Route route) {
        SortedMap<Integer, Json.Obj> byStatus = new TreeMap<>();
        for (Outcome.Success success : route.outcome().successes()) {
            byStatus.put(success.status(), success(success, route));
        }
        for (ProblemKind kind : ProblemKind.values()) {
            if (kind.possibleFor(route)) {
                byStatus.put(
                        kind.status(),
                        new Members()
                                .with("$ref", "#/components/responses/" + kind.name())
                                .object());
            }
        }
        Members all = new Members();
        byStatus.forEach((status, response) -> all.with(status.toString(), response));
        return all.object();
    }

    /** The problems, which are the same for all routes. */
    Json.Obj problems() {
        Members all = new Members();
        Json.Obj schema = schemas.of(Problem.class);
        for (ProblemKind kind : ProblemKind.values()) {
            Members headers = new Members().with(RequestIds.HEADER, header(RequestIds.HEADER));
            if (kind.saysWhenToRetry()) {
                headers.with("Retry-After", header("Retry-After"));
            }
            all.with(
                    kind.name(),
                    new Members()
                            .with("description", kind.description())
                            .with("headers", headers)
                            .with(
                                    "content",
                                    new Members().with(Problem.MEDIA_TYPE, new Members().with("schema", schema))));
        }
        return all.object();
    }

    /** The headers, each described once. */
    static Json.Obj headers() {
        return new Members()
                .with("ETag", header("The version, for If-Match and If-None-Match.", "^\"[0-9]+\"$"))
                .with("Location", header("The path of what was made or begun.", "^/"))
                .with("Atlas-Position", header("The position of this write; a read sent with it sees the write.", "."))
                .with(RequestIds.HEADER, header("The name of this request, in logs and the audit trail.", "."))
                .with("Retry-After", header("Seconds to wait before trying again.", "^[0-9]+$"))
                .object();
    }

    private Json.Obj success(Outcome.Success success, Route route) {
        Members headers = new Members();
        for (Outcome.Header header : Outcome.Header.values()) {
            if (success.headers().contains(header)) {
                headers.with(header.wireName(), header(header.wireName()));
            }
        }
        headers.with(RequestIds.HEADER, header(RequestIds.HEADER));
        Members response =
                new Members().with("description", description(success.status())).with("headers", headers);
        return success.hasBody() ? response.with("content", content(route)).object() : response.object();
    }

    private Members content(Route route) {
        Json.Obj answer = schemas.of(route.answer());
        Members content = new Members();
        for (String type : route.answerMediaTypes()) {
            content.with(
                    type,
                    type.equals(MediaType.TEXT_EVENT_STREAM)
                            ? events(route, answer)
                            : new Members().with("schema", answer).with("example", example(answer)));
        }
        return content;
    }

    private Json example(Json.Obj schema) {
        return new Examples(schemas.named()).of(schema);
    }

    /** Events that have a name tell what it means; those that have neither are told apart by their data. */
    private Members events(Route route, Json.Obj answer) {
        Json.Obj data = route.event().map(schemas::of).orElse(answer);
        Members others = new Members();
        if (!route.eventName().isEmpty()) {
            others.with("event", route.eventName());
        } else if (route.event().isEmpty()) {
            others.with("id", "0-1"); // to go on after
        }
        return new Members()
                .with("schema", event(others.object(), data))
                .with(
                        "example",
                        new Members()
                                .withAll(others.object())
                                .with("data", example(data).text()));
    }

    /** One event of a stream, as OpenAPI 3.2 describes it: its fields, of which the data is JSON of this schema. */
    private static Members event(Json.Obj others, Json.Obj data) {
        Members properties = new Members();
        others.members().keySet().forEach(name -> properties.with(name, new Members().with("type", "string")));
        properties.with(
                "data",
                new Members()
                        .with("type", "string")
                        .with("contentMediaType", MediaType.APPLICATION_JSON)
                        .with("contentSchema", data));
        return new Members()
                .with("type", "object")
                .with("required", List.copyOf(properties.object().members().keySet()))
                .with("properties", properties);
    }

    private static String description(int status) {
        return switch (status) {
            case 200 -> "Done; here it is.";
            case 201 -> "Made; here it is.";
            case 202 -> "Begun; ask the path in Location how it stands.";
            case 204 -> "Done.";
            case 304 -> "The client has this version already.";
            default -> throw new IllegalStateException("no route answers " + status);
        };
    }

    private static Json.Obj header(String name) {
        return new Members().with("$ref", "#/components/headers/" + name).object();
    }

    private static Members header(String description, String pattern) {
        return new Members()
                .with("description", description)
                .with("required", true)
                .with("schema", new Members().with("type", "string").with("pattern", pattern));
    }
}
