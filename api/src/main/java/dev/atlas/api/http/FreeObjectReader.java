package dev.atlas.api.http;

import dev.atlas.domain.Json;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import jakarta.inject.Singleton;
import java.io.InputStream;

/** Reads the bodies of routes that take any JSON object. */
@Singleton
@Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
final class FreeObjectReader implements MessageBodyReader<Json.Obj> {

    @Override
    public Json.Obj read(Argument<Json.Obj> type, MediaType mediaType, Headers headers, ByteBuffer<?> body) {
        return BodyText.read(body, FreeObjectReader::object);
    }

    @Override
    public Json.Obj read(Argument<Json.Obj> type, MediaType mediaType, Headers headers, InputStream body) {
        return BodyText.read(body, FreeObjectReader::object);
    }

    private static Json.Obj object(Json json) {
        if (json instanceof Json.Obj object) {
            return object;
        }
        throw new BadRequest("body", "must be a JSON object");
    }
}
