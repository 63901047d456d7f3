package dev.atlas.api.http;

import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import jakarta.inject.Singleton;
import java.io.InputStream;

/** Reads the bodies of routes that take an {@link Input}. */
@Singleton
@Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
final class InputReader<T extends Record & Input> implements MessageBodyReader<T> {

    @Override
    public boolean isReadable(Argument<T> type, MediaType mediaType) {
        return Input.class.isAssignableFrom(type.getType());
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, ByteBuffer<?> body) {
        return BodyText.read(body, InputShape.of(type.getType())::read);
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream body) {
        return BodyText.read(body, InputShape.of(type.getType())::read);
    }
}
