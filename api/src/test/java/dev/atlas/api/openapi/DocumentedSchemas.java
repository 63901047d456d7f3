package dev.atlas.api.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.atlas.domain.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks an independent validator whether values fit the schemas of an OpenAPI document. */
public final class DocumentedSchemas {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
    private final Map<Json.Obj, Schema> read = new HashMap<>();
    private final Json components;

    public DocumentedSchemas(Json.Obj document) {
        this.components = Objects.requireNonNull(document.members().get("components"));
    }

    /** What is wrong with the JSON {@code value}; empty if it fits. */
    public List<String> errors(Json.Obj schema, String value) {
        return read
                .computeIfAbsent(
                        schema,
                        missing -> registry.getSchema(new Members()
                                .withAll(missing)
                                .with("components", components)
                                .object()
                                .text()))
                .validate(value, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
