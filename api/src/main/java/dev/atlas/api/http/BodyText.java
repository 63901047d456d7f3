package dev.atlas.api.http;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.http.codec.CodecException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The way from the bytes of a body to JSON, for every reader of bodies. */
final class BodyText {

    private BodyText() {}

    /** What {@code shape} makes of the body. */
    static <T> T read(ByteBuffer<?> body, Function<Json, T> shape) {
        T read = read(body.toByteArray(), shape);
        if (body instanceof ReferenceCounted counted) {
            counted.release(); // after a failure the server does it
        }
        return read;
    }

    /** What {@code shape} makes of the body. */
    static <T> T read(InputStream body, Function<Json, T> shape) {
        try {
            return read(body.readAllBytes(), shape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(byte[] body, Function<Json, T> shape) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(body))
                    .toString();
            return shape.apply(Json.parse("body", text));
        } catch (CharacterCodingException e) {
            throw unreadable(new BadRequest("body", "must be UTF-8"));
        } catch (InvalidValue e) {
            throw unreadable(new BadRequest(e.field(), String.valueOf(e.getMessage())));
        } catch (BadRequest e) {
            throw unreadable(e);
        }
    }

    /** The one exception the server lets a reader throw; {@link FrameworkProblems} looks for its cause. */
    private static CodecException unreadable(BadRequest reason) {
        return new CodecException("the body cannot be read", reason);
    }
}
