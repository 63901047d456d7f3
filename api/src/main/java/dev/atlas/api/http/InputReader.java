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

/** Reads the bodies of routes that take an {@link Input} or a free JSON object. */
@Singleton
@Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
final class InputReader<T> implements MessageBodyReader<T> {

    @Override
    public boolean isReadable(Argument<T> type, MediaType mediaType) {
        return Input.class.isAssignableFrom(type.getType()) || type.getType() == Json.Obj.class;
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

    private static <T> T read(Argument<T> type, byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(body))
                    .toString();
            return type.getType().cast(read(type.getType(), Json.parse("body", text)));
        } catch (CharacterCodingException e) {
            throw unreadable(new BadRequest("body", "must be UTF-8"));
        } catch (InvalidValue e) {
            throw unreadable(new BadRequest(e.field(), String.valueOf(e.getMessage())));
        } catch (BadRequest e) {
            throw unreadable(e);
        }
    }

    private static Object read(Class<?> type, Json json) {
        if (type != Json.Obj.class) {
            return InputShape.of(type.asSubclass(Record.class)).read(json);
        }
        if (!(json instanceof Json.Obj)) {
            throw new BadRequest("body", "must be a JSON object");
        }
        return json;
    }

    /** The one exception the server lets a reader throw; {@link Problems} looks for its cause. */
    private static CodecException unreadable(BadRequest reason) {
        return new CodecException("the body cannot be read", reason);
    }
}
