package dev.atlas.api.http;

import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ByteBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes pages of lists item by item, from {@linkplain WrittenItems what was written before} where that still holds. */
@Singleton
@Produces(MediaType.APPLICATION_JSON)
final class ListedWriter<V> implements MessageBodyWriter<Listed<V>> {

    private static final byte[] BEGIN = "{\"items\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] COMMA = ",".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEXT = "],\"next\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END_OF_ITEMS = "]".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "}".getBytes(StandardCharsets.UTF_8);

    private final WrittenItems written;

    ListedWriter(WrittenItems written) {
        this.written = written;
    }

    @Override
    public boolean isWriteable(Argument<Listed<V>> type, MediaType mediaType) {
        return Listed.class.isAssignableFrom(type.getType());
    }

    @Override
    public void writeTo(
            Argument<Listed<V>> type, MediaType mediaType, Listed<V> listed, MutableHeaders headers, OutputStream to) {
        headers.setIfMissing(HttpHeaders.CONTENT_TYPE, mediaType);
        try {
            for (byte[] piece : pieces(listed)) {
                to.write(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ByteBuffer<?> writeTo(
            Argument<Listed<V>> type,
            MediaType mediaType,
            Listed<V> listed,
            MutableHeaders headers,
            ByteBufferFactory<?, ?> buffers) {
        headers.setIfMissing(HttpHeaders.CONTENT_TYPE, mediaType);
        List<byte[]> pieces = pieces(listed);
        ByteBuffer<?> whole =
                buffers.buffer(pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.forEach(whole::write);
        return whole;
    }

    private List<byte[]> pieces(Listed<V> listed) {
        List<V> items = listed.items();
        List<byte[]> pieces = new ArrayList<>(2 * items.size() + 4);
        pieces.add(BEGIN);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                pieces.add(COMMA);
            }
            pieces.add(written.item(items, i));
        }
        if (listed.next() == null) {
            pieces.add(END_OF_ITEMS);
        } else {
            pieces.add(NEXT);
            pieces.add(written.anew(listed.next()));
        }
        pieces.add(END);
        return pieces;
    }
}
