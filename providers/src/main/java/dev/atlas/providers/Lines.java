package dev.atlas.providers;

import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, none of them longer than is taken; a longer one is {@link ProviderProblem.Unreadable}. */
final class Lines {

    /** Far more than any event of any provider; arguments of a tool come in one. */
    static final int LONGEST = 4 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private int position;
    private int filled;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next one without its end, or null if there is none; what comes last needs no end. */
    @Nullable
    String next() throws IOException {
        line.reset();
        while (true) {
            if (position == filled) {
                filled = in.read(buffer);
                position = 0;
                if (filled < 0) {
                    filled = 0;
                    return line.size() == 0 ? null : text();
                }
            }
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (line.size() + end - position > LONGEST) {
                throw new ProviderFailure(new ProviderProblem.Unreadable());
            }
            line.write(buffer, position, end - position);
            position = end;
            if (end < filled) {
                position++;
                return text();
            }
        }
    }

    private String text() {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
