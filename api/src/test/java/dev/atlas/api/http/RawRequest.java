package dev.atlas.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request as bytes, so that it can be one that no decent client would send. */
final class RawRequest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    private final String method;
    private final String target;
    private final List<String> headers = new ArrayList<>(List.of("Host: localhost", "Connection: close"));
    private byte[] body = {};

    RawRequest(String method, String target) {
        this.method = method;
        this.target = target;
    }

    RawRequest header(String line) {
        headers.add(line);
        return this;
    }

    /** With a body of this media type and its length. */
    RawRequest body(String mediaType, byte[] bytes) {
        body = bytes;
        return header("Content-Type: " + mediaType).header("Content-Length: " + bytes.length);
    }

    /** With a body that is chunked already. */
    RawRequest chunks(String mediaType, byte[] chunks) {
        body = chunks;
        return header("Content-Type: " + mediaType);
    }

    RawRequest json(String text) {
        return body("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What came back until the server closed.
     *
     * @param head the status line and the headers, in lower case
     */
    record Answer(int status, String head, String body) {}

    /** Sends it; the server may answer and close before it has read all. */
    Answer sendTo(URI server) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) BOUND.toMillis());
            OutputStream out = socket.getOutputStream();
            try {
                String head = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
            } catch (SocketException closedEarly) {
                return read(socket);
            }
            return read(socket);
        }
    }

    private static Answer read(Socket socket) throws IOException {
        String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no answer, but: " + text);
        }
        String head = text.substring(0, end).toLowerCase(Locale.ROOT);
        return new Answer(Integer.parseInt(head.split(" ", 3)[1]), head, text.substring(end + 4));
    }
}
