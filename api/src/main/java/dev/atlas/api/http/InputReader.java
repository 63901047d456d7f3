package dev.atlas.api.http;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the bodies of routes that take an {@link Input}. */
@Singleton
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
final class InputReader<T extends Record & Input> implements MessageBodyReader<T> {

    @Override
    public boolean isReadable(Argument<T> type, MediaType mediaType) {
        return Input.class.isAssignableFrom(type.getType());
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, ByteBuffer<?> body) {
        T read = read(type, body.toByteArray());
        if (body instanceof ReferenceCounted counted) {
            counted.release(); // after a failure the server does it
        }
        return read;
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream body) {
        try {
            return read(type, body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends Record & Input> T read(Argument<T> type, byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(body))
                    .toString();
            return InputShape.of(type.getType()).read(Json.parse("body", text));
        } catch (CharacterCodingException e) {
            throw unreadable(new BadRequest("body", "must be UTF-8"));
        } catch (InvalidValue e) {
            throw unreadable(new BadRequest(e.field(), String.valueOf(e.getMessage())));
        } catch (BadRequest e) {
            throw unreadable(e);
        }
    }

    /** The one exception the server lets a reader throw; {@link Problems} looks for its cause. */
    private static CodecException unreadable(BadRequest reason) {
        return new CodecException("the body cannot be read", reason);
    }
}
