package dev.atlas.platforms.slack;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What comes over a socket, for the one thread that reads it. No more is asked for than is read. */
final class SocketFrames implements WebSocket.Listener {

    /** Far more than any event has. */
    private static final int LONGEST = 1 << 20;

    /** Something that came. */
    sealed interface Frame {

        record Text(String text) implements Frame {}

        /** Only that somebody is there. */
        record Sign() implements Frame {}

        /** Nothing comes any more. */
        record End() implements Frame {}
    }

    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private boolean asked;

    /** Waits for the next one; null if none comes for that long. For the one thread that reads. */
    @Nullable
    Frame next(WebSocket from, Duration atMost) throws InterruptedException {
        if (!asked) {
            from.request(1);
            asked = true;
        }
        Frame frame = frames.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        asked = frame == null;
        return frame;
    }

    /** Nothing is asked for before it is read. */
    @Override
    public void onOpen(WebSocket opened) {}

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (parts.length() > LONGEST) {
            frames.add(new Frame.End());
        } else if (last) {
            frames.add(new Frame.Text(parts.toString()));
            parts.setLength(0);
        } else {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        frames.add(new Frame.Sign());
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        frames.add(new Frame.Sign());
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        frames.add(new Frame.Sign());
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        frames.add(new Frame.End());
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        frames.add(new Frame.End());
    }
}
