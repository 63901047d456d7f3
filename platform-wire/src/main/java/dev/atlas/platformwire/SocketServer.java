package dev.atlas.platformwire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server of WebSockets, as far as tests need one: whole texts in both directions. Source: RFC 6455. */
public final class SocketServer implements AutoCloseable {

    private static final String RFC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int PING = 0x89;

    private final ServerSocket server;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Socket> opened = new LinkedBlockingQueue<>();
    private final List<Socket> all = new ArrayList<>();

    SocketServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/link?ticket=1");
    }

    /** The next connection that is opened. */
    public Socket opened() throws InterruptedException {
        Socket socket = opened.poll(20, TimeUnit.SECONDS);
        if (socket == null) {
            throw new AssertionError("nobody opened a connection");
        }
        return socket;
    }

    /** The next text that is sent to it. */
    public String heard() throws InterruptedException {
        String text = heard.poll(20, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nobody said anything");
        }
        return text;
    }

    /** Texts that nobody has asked for yet. */
    public int unheard() {
        return heard.size();
    }

    public void says(Socket to, String text) throws IOException {
        send(to, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public void pings(Socket to) throws IOException {
        send(to, PING, new byte[] {1});
    }

    private static void send(Socket to, int kind, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 4).put((byte) kind);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        frame.put(payload);
        OutputStream out = to.getOutputStream();
        out.write(frame.array(), 0, frame.position());
        out.flush();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                synchronized (all) {
                    all.add(socket);
                }
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            handshake(in, socket.getOutputStream());
            opened.add(socket);
            while (true) {
                int kind = in.readUnsignedByte() & 0x0F;
                byte[] payload = payload(in);
                if (kind == 1) {
                    heard.add(new String(payload, StandardCharsets.UTF_8));
                } else if (kind == 8) {
                    return;
                }
            }
        } catch (IOException e) {
            // Whoever was there has gone.
        }
    }

    private static byte[] payload(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() & 0x7F;
        int whole = length == 126 ? in.readUnsignedShort() : length;
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(whole);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private static void handshake(DataInputStream in, OutputStream out) throws IOException {
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).strip();
            }
        }
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n";
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String accepted(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + RFC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            synchronized (all) {
                for (Socket socket : all) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
