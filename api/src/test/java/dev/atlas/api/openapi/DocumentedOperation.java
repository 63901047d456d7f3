package dev.atlas.api.openapi;

import dev.atlas.domain.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation of an OpenAPI document, as a client finds it there. */
public record DocumentedOperation(Json.Obj document, String method, String path, Json.Obj operation) {

    /** All operations, in the order of the document. */
    public static List<DocumentedOperation> of(Json.Obj document) {
        List<DocumentedOperation> all = new ArrayList<>();
        part(document, "paths").members().forEach((path, methods) -> ((Json.Obj) methods)
                .members()
                .forEach((method, operation) -> all.add(new DocumentedOperation(
                        document, method.toUpperCase(Locale.ROOT), path, (Json.Obj) operation))));
        return all;
    }

    public String id() {
        return ((Json.Str) member(operation, "operationId")).value();
    }

    /** True if nobody need sign in, from where this test asks. */
    public boolean isOpen() {
        return security().isEmpty() || security().contains(Json.Obj.EMPTY);
    }

    /** The id of the permission needed; empty if it is open, or for everybody who is signed in. */
    public Optional<String> permission() {
        return security().stream()
                .filter(scheme -> !scheme.equals(Json.Obj.EMPTY))
                .map(scheme -> (Json.Arr) member((Json.Obj) scheme, "bearer"))
                .flatMap(names -> names.items().stream())
                .map(name -> ((Json.Str) name).value())
                .findAny();
    }

    /** The schema of the body; null if it takes none. */
    public Json.@Nullable Obj bodySchema() {
        return operation.members().get("requestBody") instanceof Json.Obj body
                ? part((Json.Obj) firstValue(part(body, "content")), "schema")
                : null;
    }

    /** The first media type of the body; empty if it takes none. */
    public String mediaType() {
        return operation.members().get("requestBody") instanceof Json.Obj body
                ? part(body, "content").members().firstEntry().getKey()
                : "";
    }

    /** The example of the body, as text; empty if it takes none. */
    public String body() {
        return operation.members().get("requestBody") instanceof Json.Obj body
                ? member((Json.Obj) firstValue(part(body, "content")), "example")
                        .text()
                : "";
    }

    /** The names of the query parameters that must be given. */
    public List<String> requiredQueries() {
        if (!(operation.members().get("parameters") instanceof Json.Arr parameters)) {
            return List.of();
        }
        return parameters.items().stream()
                .map(Json.Obj.class::cast)
                .filter(parameter -> member(parameter, "in").equals(new Json.Str("query")))
                .filter(parameter -> member(parameter, "required").equals(new Json.Bool(true)))
                .map(parameter -> ((Json.Str) member(parameter, "name")).value())
                .toList();
    }

    /** In what an answer contradicts the document; empty if in nothing. */
    public List<String> contradictions(DocumentedSchemas schemas, HttpResponse<String> answer) {
        Json listed = part(operation, "responses").members().get(Integer.toString(answer.statusCode()));
        if (listed == null) {
            return List.of("status " + answer.statusCode() + " is not listed: " + answer.body());
        }
        Json.Obj response = resolved((Json.Obj) listed);
        List<String> wrong = new ArrayList<>();
        part(response, "headers").members().keySet().stream()
                .filter(header -> answer.headers().firstValue(header).isEmpty())
                .forEach(header -> wrong.add("header " + header + " is missing"));
        Json content = response.members().get("content");
        if (content == null) {
            if (!answer.body().isEmpty()) {
                wrong.add("there is a body");
            }
        } else {
            Map.Entry<String, Json> only =
                    ((Json.Obj) content).members().entrySet().iterator().next();
            if (!only.getKey()
                    .equals(answer.headers().firstValue("Content-Type").orElse(null))) {
                wrong.add("it is not " + only.getKey());
            }
            if (only.getKey().endsWith("json")) {
                schemas.errors(part((Json.Obj) only.getValue(), "schema"), answer.body())
                        .forEach(error -> wrong.add(error + " in " + answer.body()));
            }
        }
        return wrong;
    }

    private List<Json> security() {
        return ((Json.Arr) member(operation, "security")).items();
    }

    private Json.Obj resolved(Json.Obj described) {
        if (!(described.members().get("$ref") instanceof Json.Str(String reference))) {
            return described;
        }
        Json.Obj part = document;
        for (String name : reference.substring(2).split("/", -1)) {
            part = part(part, name);
        }
        return part;
    }

    private static Json firstValue(Json.Obj object) {
        return object.members().firstEntry().getValue();
    }

    private static Json.Obj part(Json.Obj object, String name) {
        return (Json.Obj) member(object, name);
    }

    private static Json member(Json.Obj object, String name) {
        return Objects.requireNonNull(object.members().get(name), name);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
