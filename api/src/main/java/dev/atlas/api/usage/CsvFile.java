package dev.atlas.api.usage;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** A table that is read while it is sent, however long it is: never more than a piece of it is held. */
final class CsvFile extends InputStream {

    static final String TYPE = "text/csv";

    private final Iterator<String> pieces;
    private byte[] piece = {};
    private int at;

    private CsvFile(Iterator<String> pieces) {
        this.pieces = pieces;
    }

    static HttpResponse<StreamedFile> sent(Iterator<String> pieces, String name) {
        StreamedFile file = new StreamedFile(new CsvFile(pieces), MediaType.of(TYPE)).attach(name);
        return HttpResponse.ok(file).header("Cache-Control", "no-store");
    }

    @Override
    public int read() {
        return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    /** False at the end. */
    private boolean fill() {
        while (at == piece.length) {
            if (!pieces.hasNext()) {
                return false;
            }
            piece = pieces.next().getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }
}
