package dev.atlas.api.imports;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A body of at most {@link #MAX} bytes. One that is longer fails, but only when all of it has come (as far as the server takes
 * it at all): many clients read an answer when they have sent everything, and see a broken connection before.
 */
final class UploadedFile extends InputStream {

    /** Source: operations manual, data in and out. */
    static final long MAX = 64L << 20;

    private final InputStream body;
    private long length;

    UploadedFile(InputStream body) {
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        int next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int read = body.read(bytes, offset, count);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        length += read;
        if (length > MAX) {
            length += body.transferTo(OutputStream.nullOutputStream());
            throw new IOException(new ContentLengthExceededException(MAX, length));
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
